#include "render/picture.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "domain/error.hpp"
#include "render/picture_readers.hpp"

namespace render {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kLongestName = 64;

constexpr std::array<std::pair<std::string_view, PictureKind>, 4> kEndings{{
    {".png", PictureKind::png},
    {".jpg", PictureKind::jpeg},
    {".jpeg", PictureKind::jpeg},
    {".svg", PictureKind::svg},
}};

bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

// The first byte that says something.
bool looks_like_xml(std::string_view content) {
  if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
  const auto first = content.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && content[first] == '<';
}

}  // namespace

std::string_view media_type_of(PictureKind kind) {
  switch (kind) {
    case PictureKind::png:
      return "image/png";
    case PictureKind::jpeg:
      return "image/jpeg";
    case PictureKind::svg:
      break;
  }
  return "image/svg+xml";
}

std::optional<PictureKind> kind_of_media_type(std::string_view media_type) {
  for (const auto kind : {PictureKind::png, PictureKind::jpeg, PictureKind::svg}) {
    if (media_type == media_type_of(kind)) return kind;
  }
  return std::nullopt;
}

bool is_picture_name(std::string_view name) {
  if (name.size() > kLongestName) return false;
  bool after_word = false;
  for (const char c : name) {
    const bool between = c == '.' || c == '-' || c == '_';
    if (!is_word(c) && !(between && after_word)) return false;
    after_word = is_word(c);
  }
  return std::ranges::any_of(
      kEndings, [&](const auto& ending) { return name.ends_with(ending.first) && name.size() > ending.first.size(); });
}

PictureKind kind_of_name(std::string_view name) {
  const auto found = std::ranges::find_if(kEndings, [&](const auto& ending) { return name.ends_with(ending.first); });
  return found == kEndings.end() ? PictureKind::png : found->second;
}

void refuse_picture(const std::string& why) { throw domain::Error(domain::ErrorCode::invalid, "invalid_picture", why); }

void check_size(PictureSize size) {
  const std::string is = std::to_string(size.width) + " by " + std::to_string(size.height);
  if (size.width == 0 || size.height == 0) refuse_picture("The picture says that it is " + is + " pixels large.");
  const bool large =
      size.width > kLongestSide || size.height > kLongestSide || std::uint64_t{size.width} * size.height > kMostPixels;
  if (!large) return;
  refuse_picture("The picture has " + is + " pixels. At most " + std::to_string(kLongestSide) + " a side and " +
                 std::to_string(kMostPixels) + " in all are taken: make it smaller.");
}

void note_change(CleanPicture& picture, const std::string& change) {
  if (std::ranges::find(picture.changes, change) == picture.changes.end()) picture.changes.push_back(change);
}

CleanPicture clean_picture(const std::string& content) {
  if (content.empty()) refuse_picture("The file is empty.");
  if (content.size() > kLargestPicture) {
    refuse_picture("The picture has " + std::to_string(content.size()) + " bytes; at most " +
                   std::to_string(kLargestPicture) + " are taken.");
  }
  if (content.starts_with("\x89PNG\r\n\x1a\n"sv)) return read_png(content);
  if (content.starts_with("\xFF\xD8\xFF"sv)) return read_jpeg(content);
  if (looks_like_xml(content)) return read_svg(content);
  refuse_picture("By its content this is no PNG, JPEG or SVG picture. Save it as one of these.");
}

}  // namespace render
