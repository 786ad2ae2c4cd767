// Pictures in files for word processors: what the tree says about them, and the files beside it.
#pragma once

#include <string>
#include <vector>

#include "documents/office/pandoc.hpp"
#include "documents/office/pandoc_tree.hpp"
#include "documents/picture/picture.hpp"
#include "domain/basis/message.hpp"

namespace documents {

struct Picture {
  PictureKind kind = PictureKind::png;  // an SVG gets into the file as a PNG that is drawn from it
  std::string bytes;
  std::string alternative;  // for who cannot see it
  int width = 0;            // on paper, tenths of a millimetre, as the height
  int height = 0;
  domain::Message place = {};  // where an SVG stands, for messages
};

class OfficePictures {
 public:
  explicit OfficePictures(OfficeFormat format) : format_(format) {}

  // Blocks: the caption (inlines; may be empty), and below it the picture on a line of its own. The same bytes go into
  // the folder once.
  pandoc::Json figure(const Picture& picture, pandoc::Json caption);
  // An inline: within a line of text.
  pandoc::Json in_line(const Picture& picture);

  // Belongs among the document's metadata: pandoc puts every picture of the tree into an ODT, but says there nothing of
  // its alternative text. So the pictures stand here, and where they are shown stands our own markup.
  pandoc::Json for_the_archive() const;

  // The whole input, once every picture has been asked for.
  PandocTree beside(std::string json) const;

 private:
  struct File {
    PictureKind kind;
    std::string bytes;
    domain::Message place;
    std::string name;    // "picture-1.png"
    std::string in_odt;  // "Pictures/0.png", as pandoc names them
  };
  const File& file_of(const Picture& picture);

  OfficeFormat format_;
  std::vector<File> files_;
  int shown_ = 0;
};

}  // namespace documents
