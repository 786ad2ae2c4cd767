#include "documents/text/picture_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "documents/text/picture_name.hpp"

namespace documents {
namespace {

constexpr std::size_t kLongestTarget = 1000;  // bytes

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

// What stands between the brackets, which begins here: a name, and perhaps a caption, which may hold brackets of its
// own. Also gives its end.
std::optional<std::pair<PictureWords, std::size_t>> read_target(std::string_view rest) {
  rest = rest.substr(0, kLongestTarget);
  const auto name_end = std::min(rest.find_first_of(" )"), rest.size());
  const PictureWords picture{std::string(rest.substr(0, name_end)), "", ""};
  if (name_end == rest.size() || !is_picture_name(picture.name)) return std::nullopt;
  if (rest[name_end] == ')') return std::pair(picture, name_end);
  for (auto end = rest.find(')', name_end); end != std::string_view::npos; end = rest.find(')', end + 1)) {
    if (auto caption = quoted(rest.substr(name_end + 1, end - name_end - 1))) {
      return std::pair(PictureWords{picture.name, "", std::move(*caption)}, end);
    }
  }
  return std::nullopt;
}

}  // namespace

std::string spell(const PictureWords& picture) {
  return "![" + picture.alternative + "](" + picture.name +
         (picture.caption.empty() ? "" : " \"" + picture.caption + "\"") + ")";
}

std::optional<FoundPicture> find_picture(std::string_view line) {
  for (auto begin = line.find("!["); begin != std::string_view::npos;) {
    const auto middle = line.find("](", begin);
    if (middle == std::string_view::npos) return std::nullopt;
    if (auto read = read_target(line.substr(middle + 2))) {
      read->first.alternative = line.substr(begin + 2, middle - begin - 2);
      return FoundPicture{std::move(read->first), begin, middle + 2 + read->second + 1};
    }
    begin = line.find("![", middle);
  }
  return std::nullopt;
}

}  // namespace documents
