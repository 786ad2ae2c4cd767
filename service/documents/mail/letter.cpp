#include "documents/mail/letter.hpp"

#include "documents/mail/mail_header.hpp"
#include "documents/text/html_escape.hpp"

namespace documents {
namespace {

// Titles of things stand in it, and none of them is to make lines of its own.
void append_part(std::string& out, const LetterPart& part) {
  const std::string begin = part.item ? "- " : "";
  out += begin + header_text(part.text) + "\n";
  if (!part.url.empty()) out += std::string(begin.size(), ' ') + header_text(part.url) + "\n";
}

std::string html_of(const LetterPart& part) {
  std::string text = escaped(header_text(part.text));
  if (part.url.empty()) return text;
  return "<a href=\"" + escaped(header_text(part.url)) + "\">" + text + "</a>";
}

void append_html(std::string& out, const std::vector<LetterPart>& parts) {
  bool in_list = false;
  for (const auto& part : parts) {
    if (part.item != in_list) out += part.item ? "<ul>\n" : "</ul>\n";
    in_list = part.item;
    out += (in_list ? "<li>" : "<p>") + html_of(part) + (in_list ? "</li>\n" : "</p>\n");
  }
  if (in_list) out += "</ul>\n";
}

}  // namespace

std::string letter_text(const Letter& letter) {
  std::string out = header_text(letter.title) + "\n";
  bool after_item = false;
  for (const auto& part : letter.parts) {
    if (!part.item || !after_item) out += "\n";
    append_part(out, part);
    after_item = part.item;
  }
  if (!letter.footer.empty()) out += "\n-- \n";  // programs show what follows as a signature
  for (const auto& part : letter.footer) append_part(out, part);
  return out;
}

std::string letter_html(const Letter& letter) {
  const std::string title = escaped(header_text(letter.title));
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"" + escaped(letter.language) + "\">\n<head><meta charset=\"utf-8\"><title>" +
      title +
      "</title></head>\n<body style=\"font-family: sans-serif; max-width: 40em\">\n<h1 style=\"font-size: "
      "1.25em\">" +
      title + "</h1>\n";
  append_html(out, letter.parts);
  if (!letter.footer.empty()) {
    out += "<hr>\n<div style=\"font-size: 0.85em\">\n";
    append_html(out, letter.footer);
    out += "</div>\n";
  }
  return out + "</body>\n</html>\n";
}

}  // namespace documents
