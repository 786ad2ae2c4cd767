#include "documents/text/picture_name.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace documents {
namespace {

constexpr std::size_t kLongestName = 64;

constexpr std::array<std::pair<std::string_view, PictureKind>, 4> kEndings{{
    {".png", PictureKind::png},
    {".jpg", PictureKind::jpeg},
    {".jpeg", PictureKind::jpeg},
    {".svg", PictureKind::svg},
}};

bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

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

}  // namespace documents
