#include "usecases/form_note.hpp"

#include <cstddef>

#include "render/excerpt.hpp"
#include "render/text_check.hpp"

namespace usecases {
namespace {

constexpr std::size_t kLongestNote = 1900;  // bytes; a note has at most 2,000 characters

std::string line_of(const render::WordComment& comment) {
  std::string line = "Comment by " + (comment.author.empty() ? "an unnamed person" : render::excerpt(comment.author));
  if (!comment.date.empty()) line += ", " + comment.date.substr(0, 10);
  if (!comment.about.empty()) line += ", on \"" + render::excerpt(comment.about) + "\"";
  return render::without_refused_characters(line + ": " + comment.text);
}

}  // namespace

std::optional<std::string> note_of(const std::vector<render::WordComment>& comments) {
  if (comments.empty()) return std::nullopt;
  std::string note;
  for (std::size_t i = 0; i < comments.size(); ++i) {
    const std::string line = (i == 0 ? "" : "\n") + line_of(comments[i]);
    if (note.size() + line.size() > kLongestNote) {
      if (i == 0) return render::excerpt(line, kLongestNote);
      return note + "\nand " + std::to_string(comments.size() - i) + " more that have no room here";
    }
    note += line;
  }
  return note;
}

}  // namespace usecases
