#include "usecases/form_note.hpp"

#include <cstddef>

#include "render/text_check.hpp"

namespace usecases {
namespace {

constexpr std::size_t kLongestNote = 1900;  // bytes; a note has at most 2,000 characters
constexpr std::size_t kLongestWords = 80;

std::string cut(const std::string& text, std::size_t most) {
  if (text.size() <= most) return text;
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "...";
}

std::string line_of(const render::WordComment& comment) {
  std::string line =
      "Comment by " + (comment.author.empty() ? "an unnamed person" : cut(comment.author, kLongestWords));
  if (!comment.date.empty()) line += ", " + comment.date.substr(0, 10);
  if (!comment.about.empty()) line += ", on \"" + cut(comment.about, kLongestWords) + "\"";
  return render::without_refused_characters(line + ": " + comment.text);
}

}  // namespace

std::optional<std::string> note_of(const std::vector<render::WordComment>& comments) {
  if (comments.empty()) return std::nullopt;
  std::string note;
  for (std::size_t i = 0; i < comments.size(); ++i) {
    const std::string line = (i == 0 ? "" : "\n") + line_of(comments[i]);
    if (note.size() + line.size() > kLongestNote) {
      if (i == 0) return cut(line, kLongestNote);
      return note + "\nand " + std::to_string(comments.size() - i) + " more that have no room here";
    }
    note += line;
  }
  return note;
}

}  // namespace usecases
