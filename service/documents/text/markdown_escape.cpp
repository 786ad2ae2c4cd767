#include "documents/text/markdown_escape.hpp"
#include "documents/text/ascii.hpp"

#include <utf8proc.h>

namespace documents {
namespace {

bool at_line_start(const std::string& out) { return out.empty() || out.back() == '\n'; }

// "12." at the head of a line would begin a list.
bool ends_list_number(const std::string& out) {
  std::size_t at = out.size();
  while (at > 0 && is_digit(out[at - 1])) --at;
  return at < out.size() && (at == 0 || out[at - 1] == '\n');
}

// ":smile:" would become a picture with some readers, "://" in a plain text a link.
bool has_meaning_after_colon(std::string_view rest) {
  if (rest.starts_with("//")) return true;
  std::size_t end = 0;
  while (end < rest.size() && (is_digit(rest[end]) || (rest[end] >= 'a' && rest[end] <= 'z') || rest[end] == '_' ||
                               rest[end] == '+' || rest[end] == '-')) {
    ++end;
  }
  return end > 0 && end < rest.size() && rest[end] == ':';
}

bool ends_with_www(const std::string& out) {
  if (out.size() < 3) return false;
  const auto is_w = [&](std::size_t back) { return out[out.size() - back] == 'w' || out[out.size() - back] == 'W'; };
  return is_w(1) && is_w(2) && is_w(3);
}

// Whether a character needs a backslash where it stands.
bool is_markup(const std::string& out, char c, std::string_view rest) {
  switch (c) {
    case '\\':
    case '`':
    case '*':
    case '_':
    case '[':
    case ']':
    case '~':
    case '$':
    case '{':  // with pandoc attributes, and what makes code of a document's own
      return true;
    case '^':
      return !out.ends_with("\\[");  // "[^x]" is a footnote to nobody then
    case '#':
    case '+':
    case '-':
    case '=':
    case '>':
      return at_line_start(out) || c == '#';
    case '!':
      return rest.empty() || rest.front() == '[';
    case ')':
      return ends_list_number(out);
    case '.':
      return ends_list_number(out) || ends_with_www(out);
    case '(':
      return !out.empty() && out.back() == ']';
    case ':':
      return at_line_start(out) || out.back() == ']' || has_meaning_after_colon(rest);
    default:
      return false;
  }
}

}  // namespace

void append_markdown(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i] == '\n' ? ' ' : text[i];
    if (is_markup(out, c, text.substr(i + 1))) {
      out += '\\';
      out += c;
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '|') {
      out += "&#124;";  // in tables too, where a backslash would be read twice
    } else if (c == '\t' || (c == ' ' && at_line_start(out))) {
      out += numeric_entity(c);
    } else {
      out += c;
    }
  }
}

std::string markdown_line(std::string_view text) {
  std::string line = "x";  // never at the start of a line: it follows a marker
  append_markdown(line, text);
  return line.substr(1);
}

CodePoint first_beyond_ascii(std::string_view text) {
  CodePoint point;
  const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &point.value);
  if (text.empty() || length <= 0) return {};
  point.length = static_cast<std::size_t>(length);
  return point;
}

CodePoint last_of(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && (text[begin - 1] & 0xC0) == 0x80) --begin;
  return begin == 0 ? CodePoint{} : first_of(text.substr(begin - 1));
}

bool is_letter(std::int32_t code_point) {
  const auto category = utf8proc_category(code_point);
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

CharacterClass classify(std::int32_t code_point) {
  if (code_point < 0 || code_point == '\n' || code_point == '\t') return CharacterClass::space;
  switch (utf8proc_category(code_point)) {
    case UTF8PROC_CATEGORY_ZS:
      return CharacterClass::space;
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
      return CharacterClass::punctuation;
    case UTF8PROC_CATEGORY_SM:
    case UTF8PROC_CATEGORY_SC:
    case UTF8PROC_CATEGORY_SK:
    case UTF8PROC_CATEGORY_SO:
      return code_point < 0x80 ? CharacterClass::punctuation : CharacterClass::symbol;
    default:
      return CharacterClass::letter;
  }
}

std::string numeric_entity(std::int32_t code_point) { return "&#" + std::to_string(code_point) + ";"; }

std::string heading_anchor(std::string_view heading) {
  std::string anchor;
  while (!heading.empty()) {
    const CodePoint point = first_of(heading);
    if (point.length == 0) break;
    heading.remove_prefix(point.length);
    if (point.value == ' ') anchor += '-';
    const bool kept = point.value == '-' || point.value == '_' || classify(point.value) == CharacterClass::letter;
    if (!kept) continue;
    utf8proc_uint8_t bytes[4];
    const auto length = utf8proc_encode_char(utf8proc_tolower(point.value), bytes);
    anchor.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
  }
  return anchor;
}

}  // namespace documents
