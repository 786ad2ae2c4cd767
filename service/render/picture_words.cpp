#include "render/picture_words.hpp"

#include <array>
#include <utility>

#include "render/picture.hpp"

namespace render {
namespace {

// Word turns straight marks into others.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kQuotes{
    {{"\"", "\""}, {"“", "”"}, {"„", "“"}, {"«", "»"}, {"”", "”"}}};

std::optional<std::string> quoted(std::string_view text) {
  for (const auto& [begin, end] : kQuotes) {
    if (text.size() < begin.size() + end.size() || !text.starts_with(begin) || !text.ends_with(end)) continue;
    return std::string(text.substr(begin.size(), text.size() - begin.size() - end.size()));
  }
  return std::nullopt;
}

// What stands between the brackets: a name, and perhaps a caption.
std::optional<PictureWords> read_target(std::string_view target) {
  const auto space = target.find(' ');
  PictureWords picture{std::string(target.substr(0, space)), "", ""};
  if (!is_picture_name(picture.name)) return std::nullopt;
  if (space == std::string_view::npos) return picture;
  auto caption = quoted(target.substr(space + 1));
  if (!caption) return std::nullopt;
  picture.caption = std::move(*caption);
  return picture;
}

}  // namespace

std::string spell(const PictureWords& picture) {
  return "![" + picture.alternative + "](" + picture.name +
         (picture.caption.empty() ? "" : " \"" + picture.caption + "\"") + ")";
}

std::optional<FoundPicture> find_picture(std::string_view line) {
  for (auto begin = line.find("!["); begin != std::string_view::npos; begin = line.find("![", begin + 1)) {
    const auto middle = line.find("](", begin);
    if (middle == std::string_view::npos) return std::nullopt;
    // A caption may hold brackets of its own.
    for (auto end = line.find(')', middle); end != std::string_view::npos && end < middle + 1000;
         end = line.find(')', end + 1)) {
      auto picture = read_target(line.substr(middle + 2, end - middle - 2));
      if (!picture) continue;
      picture->alternative = line.substr(begin + 2, middle - begin - 2);
      return FoundPicture{std::move(*picture), begin, end + 1};
    }
  }
  return std::nullopt;
}

}  // namespace render
