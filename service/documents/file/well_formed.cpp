#include "documents/file/well_formed.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <string>

#include "documents/text/excerpt.hpp"
#include "documents/text/markdown_escape.hpp"
#include "domain/error.hpp"

namespace documents {
namespace {

constexpr std::string_view kSpace = " \t\r\n";

bool is_xml_character(std::int64_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) ||
         (c >= 0x10000 && c <= 0x10FFFF);
}

class Scan {
 public:
  Scan(std::string_view xml, std::string_view what) : xml_(xml), what_(what) {
    if (xml_.starts_with("\xEF\xBB\xBF")) at_ = 3;
  }

  void check_characters() const {
    for (std::size_t i = 0; i < xml_.size();) {
      const CodePoint point = first_of(xml_.substr(i));
      if (point.length == 0) refuse(i, "is not in UTF-8. Save it in UTF-8");
      if (!is_xml_character(point.value)) refuse(i, "holds a character that XML forbids");
      i += point.length;
    }
  }

  void check_markup() {
    while (at_ < xml_.size()) {
      const char c = xml_[at_];
      if (c == '<') {
        markup();
      } else if (c == '&' && depth_ > 0) {
        reference();
      } else {
        if (depth_ == 0 && kSpace.find(c) == std::string_view::npos) stray();
        ++at_;
      }
    }
  }

 private:
  [[noreturn]] void refuse(std::size_t at, const std::string& why) const {
    throw domain::Error(
        domain::ErrorCode::invalid, "invalid_xml",
        std::string(what_) + " is no well-formed XML: near byte " + std::to_string(at) + ", it " + why + ".");
  }

  [[noreturn]] void stray() const { refuse(at_, "has something outside of its outermost element"); }

  void markup() {
    const std::string_view rest = xml_.substr(at_);
    if (rest.starts_with("<!--")) return skip_to("-->");
    if (rest.starts_with("<?")) return skip_to("?>");
    if (rest.starts_with("<![CDATA[")) {
      if (depth_ == 0) stray();
      return skip_to("]]>");
    }
    if (rest.starts_with("<!")) return skip_to(">");
    const bool ends = rest.starts_with("</");
    if (depth_ == 0 && rooted_) stray();
    rooted_ = true;
    tag();
    if (ends) {
      --depth_;
    } else if (xml_.substr(0, at_).ends_with("/>")) {
      return;
    } else {
      ++depth_;
    }
  }

  void skip_to(std::string_view end) {
    const auto found = xml_.find(end, at_);
    at_ = found == std::string_view::npos ? xml_.size() : found + end.size();
  }

  void tag() {
    char quote = 0;
    ++at_;
    while (at_ < xml_.size()) {
      const char c = xml_[at_];
      if (c == '<') refuse(at_, "has a '<' within a tag");
      if (c == '&') {
        reference();
        continue;
      }
      ++at_;
      if (quote == 0 && c == '>') return;
      if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      }
    }
  }

  void reference() {
    constexpr std::array<std::string_view, 5> kKnown{"amp", "lt", "gt", "quot", "apos"};
    constexpr std::size_t kLongest = 40;
    const auto end = xml_.substr(at_, kLongest).find(';');
    if (end == std::string_view::npos) refuse(at_, "has an '&' that is not written '&amp;'");
    const std::string_view name = xml_.substr(at_ + 1, end - 1);
    if (name.starts_with('#')) {
      if (!is_xml_character(number_of(name.substr(1)))) {
        refuse(at_, "holds a character that XML forbids, '&" + excerpt(name) + ";'");
      }
    } else if (std::ranges::find(kKnown, name) == kKnown.end()) {
      refuse(at_, "has the entity '&" + excerpt(name) + ";', which XML does not know; write the character itself");
    }
    at_ += end + 1;
  }

  // -1: it is none.
  static std::int64_t number_of(std::string_view text) {
    const bool hexadecimal = text.starts_with('x');
    if (hexadecimal) text.remove_prefix(1);
    std::int64_t number = 0;
    const char* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, number, hexadecimal ? 16 : 10);
    return error == std::errc() && rest == end ? number : -1;
  }

  std::string_view xml_;
  std::string_view what_;
  std::size_t at_ = 0;
  int depth_ = 0;
  bool rooted_ = false;
};

}  // namespace

void require_well_formed(std::string_view xml, std::string_view what) {
  Scan scan(xml, what);
  scan.check_characters();
  scan.check_markup();
}

}  // namespace documents
