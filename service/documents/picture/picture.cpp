#include "documents/picture/picture.hpp"

#include <algorithm>

#include "documents/picture/picture_readers.hpp"
#include "domain/basis/error.hpp"

namespace documents {
namespace {

using domain::say;

using namespace std::string_view_literals;

// The first byte that says something.
bool looks_like_xml(std::string_view content) {
  if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
  const auto first = content.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && content[first] == '<';
}

}  // namespace

void refuse_picture(const domain::Message& why) {
  throw domain::Error(domain::ErrorCode::invalid, "invalid_picture", why);
}

void check_size(PictureSize size) {
  const std::string is = std::to_string(size.width) + " by " + std::to_string(size.height);
  if (size.width == 0 || size.height == 0) refuse_picture(say("The picture claims a size of {0} pixels.", is));
  const bool large =
      size.width > kLongestSide || size.height > kLongestSide || std::uint64_t{size.width} * size.height > kMostPixels;
  if (!large) return;
  refuse_picture(say("The picture has {0} pixels. At most {1} a side and {2} in all are accepted: make it smaller.", is,
                     kLongestSide, kMostPixels));
}

void note_change(CleanPicture& picture, const std::string& change) {
  if (std::ranges::find(picture.changes, change) == picture.changes.end()) picture.changes.push_back(change);
}

CleanPicture clean_picture(const std::string& content) {
  if (content.empty()) refuse_picture(say("The file is empty."));
  if (content.size() > kLargestPicture) {
    refuse_picture(say("The picture has {0} bytes; at most {1} are accepted.", content.size(), kLargestPicture));
  }
  if (content.starts_with("\x89PNG\r\n\x1a\n"sv)) return read_png(content);
  if (content.starts_with("\xFF\xD8\xFF"sv)) return read_jpeg(content);
  if (looks_like_xml(content)) return read_svg(content);
  refuse_picture(say("Judging by its content, this is not a PNG, JPEG or SVG picture. Save it as one of these."));
}

}  // namespace documents
