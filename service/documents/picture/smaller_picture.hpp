// PNG and JPEG pictures with fewer pixels, for documents that cannot show them all.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

#include "documents/picture/picture.hpp"

namespace documents {

struct LargePicture {
  std::shared_ptr<const std::string> bytes;
  PictureSize size;  // that it is to have
};
// By the name of the file that its smaller copy becomes.
using LargePictures = std::map<std::string, LargePicture>;

// The same bytes for the same picture and size. Takes memory for some rows; of an interlaced PNG and a progressive JPEG
// all is held, which is why one picture at a time is made smaller. each_row is called before each row that is read, and
// what it throws ends the work. Empty: the picture cannot be read, or has the colours of a press.
std::string smaller_picture(const std::string& bytes, PictureSize size, const std::function<void()>& each_row);

}  // namespace documents
