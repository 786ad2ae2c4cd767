// How many pixels of its pictures a printed document gets. The program that makes it unpacks them all and holds them
// until it is done, four bytes each.
#pragma once

#include <cstdint>

#include "documents/picture/picture.hpp"
#include "documents/report/document.hpp"

namespace documents {

// At the width of a text, 17 cm, this is 360 pixels an inch.
constexpr PictureSize kLargestPrinted{2400, 3400};
constexpr std::uint64_t kMostPrintedPixels = 200'000'000;  // of all pictures of a document
constexpr std::uint32_t kDrawnSide = 1800;                 // an SVG is drawn to fill a square of it

// As large as a picture is, or as the box lets it be: of the same shape, and of a pixel at least.
PictureSize within(PictureSize size, PictureSize box);

class PrintedSizes {
 public:
  // Where all pictures would have too many pixels, the largest are made smaller until they have not.
  explicit PrintedSizes(const Document& document);

  // With all its pixels, an SVG as it is drawn.
  static PictureSize whole(const DocumentPicture& picture);
  PictureSize of(const DocumentPicture& picture) const { return within(whole(picture), most_); }

 private:
  PictureSize most_ = kLargestPrinted;
};

}  // namespace documents
