#include "usecases/forms/form_note.hpp"

#include <algorithm>
#include <cstddef>

#include "documents/text/excerpt.hpp"
#include "documents/text/text_check.hpp"

namespace usecases {
namespace {

// In characters. A note has at most 2,000; behind the comments there is room to say how many are left out.
constexpr std::size_t kLongestNote = 1900;
constexpr std::size_t kLongestWords = 80;

std::size_t characters_of(const std::string& text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  return count;
}

std::string line_of(const documents::WordComment& comment) {
  std::string line = "Comment by " +
                     (comment.author.empty() ? "an unnamed person" : documents::excerpt(comment.author, kLongestWords));
  if (!comment.date.empty()) line += ", " + comment.date.substr(0, 10);
  if (!comment.about.empty()) line += ", on \"" + comment.about + "\"";
  return documents::without_refused_characters(line + ": " + comment.text);
}

}  // namespace

std::optional<std::string> note_of(const std::vector<documents::WordComment>& comments) {
  if (comments.empty()) return std::nullopt;
  std::string note = documents::excerpt(line_of(comments.front()), kLongestNote);
  std::size_t room = kLongestNote - std::min(kLongestNote, characters_of(note));
  for (std::size_t i = 1; i < comments.size(); ++i) {
    const std::string line = "\n" + line_of(comments[i]);
    const std::size_t size = characters_of(line);
    if (size > room) return note + "\nand " + std::to_string(comments.size() - i) + " more that have no room here";
    note += line;
    room -= size;
  }
  return note;
}

}  // namespace usecases
