#include "documents/mail/mail_header.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

#include "documents/text/base64.hpp"

namespace documents {
namespace {

constexpr std::size_t kLongestLine = 76;
constexpr std::string_view kWordBegin = "=?utf-8?B?";
constexpr std::string_view kWordEnd = "?=";

// Bytes of the character that begins here; 0: this is none in UTF-8.
std::size_t character_size(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t size = lead < 0x80                   ? 1
                           : lead >= 0xC2 && lead < 0xE0 ? 2
                           : lead >> 4 == 0xE            ? 3
                           : lead >> 3 == 0x1E           ? 4
                                                         : 0;
  if (size == 0 || size > text.size()) return 0;
  const bool whole = std::ranges::all_of(text.substr(1, size - 1), [](char c) { return (c & 0xC0) == 0x80; });
  return whole ? size : 0;
}

// Ends a line or orders a terminal about: U+0000 to U+001F, U+007F to U+009F, U+2028, U+2029.
bool is_control(std::string_view character) {
  const auto first = static_cast<unsigned char>(character.front());
  if (character.size() == 1) return first < 0x20 || first == 0x7F;
  return (first == 0xC2 && static_cast<unsigned char>(character[1]) < 0xA0) || character == "\xE2\x80\xA8" ||
         character == "\xE2\x80\xA9";
}

bool turns_direction(std::string_view character) {
  return (character >= "\xE2\x80\xAA" && character <= "\xE2\x80\xAE") ||
         (character >= "\xE2\x81\xA6" && character <= "\xE2\x81\xA9") || character == "\xE2\x80\x8E" ||
         character == "\xE2\x80\x8F" || character == "\xD8\x9C";
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Atoms and blanks: what may stand before <an address> as it is.
bool is_plain_phrase(std::string_view text) {
  return is_ascii(text) && text.find_first_of("()<>[]:;@\\,.\"=?") == std::string_view::npos;
}

// As many whole characters as fit.
std::string_view beginning(std::string_view text, std::size_t most) {
  std::size_t end = 0;
  while (end < text.size()) {
    const std::size_t size = std::max<std::size_t>(character_size(text.substr(end)), 1);
    if (end + size > most) break;
    end += size;
  }
  return text.substr(0, end);
}

// Encoded words with a line of its own each; `used`: bytes that stand on the first line before.
std::string encoded_words(std::string_view text, std::size_t used) {
  std::string out;
  while (!text.empty()) {
    const std::size_t room = kLongestLine - used - kWordBegin.size() - kWordEnd.size();
    const auto part = beginning(text, room / 4 * 3);
    out += out.empty() ? "" : "\r\n ";
    out += kWordBegin;
    append_base64(out, part);
    out += kWordEnd;
    text.remove_prefix(part.size());
    used = 1;
  }
  return out;
}

}  // namespace

std::string header_text(std::string_view text) {
  std::string clean;
  while (!text.empty()) {
    const std::size_t size = character_size(text);
    const auto character = text.substr(0, std::max<std::size_t>(size, 1));
    if (size == 0) {
      clean += '?';
    } else if (is_control(character)) {
      clean += ' ';
    } else if (!turns_direction(character)) {
      clean += character;
    }
    text.remove_prefix(character.size());
  }
  const auto first = clean.find_first_not_of(' ');
  return first == std::string::npos ? "" : clean.substr(first, clean.find_last_not_of(' ') + 1 - first);
}

std::string text_header(std::string_view name, std::string_view text) {
  const std::string clean = header_text(text);
  std::string line = std::string(name) + ": ";
  const bool plain = is_ascii(clean) && clean.find("=?") == std::string::npos;
  line += plain && line.size() + clean.size() <= kLongestLine ? clean : encoded_words(clean, line.size());
  return line + "\r\n";
}

std::string address_header(std::string_view name, std::string_view person, std::string_view address) {
  const std::string clean = header_text(person);
  std::string line = std::string(name) + ": ";
  const std::string in_brackets = "<" + std::string(address) + ">";
  if (clean.empty()) return line + std::string(address) + "\r\n";
  const bool plain = is_plain_phrase(clean) && line.size() + clean.size() + 1 + in_brackets.size() <= kLongestLine;
  if (plain) return line + clean + " " + in_brackets + "\r\n";
  return line + encoded_words(clean, line.size()) + "\r\n " + in_brackets + "\r\n";
}

std::string header_date(long long millis) {
  using namespace std::chrono;
  constexpr std::array<const char*, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<const char*, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const sys_time<seconds> moment = floor<seconds>(sys_time<milliseconds>(milliseconds(millis)));
  const sys_days day = floor<days>(moment);
  const year_month_day date(day);
  const hh_mm_ss time(moment - day);
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d +0000", kDays[weekday(day).c_encoding()],
                static_cast<unsigned>(date.day()), kMonths[static_cast<unsigned>(date.month()) - 1],
                static_cast<int>(date.year()), static_cast<int>(time.hours().count()),
                static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
  return text.data();
}

}  // namespace documents
