#include "documents/text/link_targets.hpp"
#include "documents/text/ascii.hpp"

#include <algorithm>
#include <utility>

namespace documents {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
bool is_hex_digit(char c) { return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'f'); }

bool starts_with_ignoring_case(std::string_view text, std::string_view head) {
  return text.size() >= head.size() &&
         std::ranges::equal(text.substr(0, head.size()), head, [](char a, char b) { return lower(a) == b; });
}

// ASCII white space and controls end an address; so do "<", as in GFM, and a no-break space.
std::size_t end_of_address(std::string_view text, std::size_t from) {
  const auto ends = [&](std::size_t i) {
    return static_cast<unsigned char>(text[i]) <= ' ' || text[i] == '<' || text[i] == '>' || text[i] == '"' ||
           text.substr(i, 2) == "\xC2\xA0";
  };
  while (from < text.size() && !ends(from)) ++from;
  return from;
}

// "(see https://a.example/b)." ends before the bracket, "https://a.example/b_(c)" behind it.
std::size_t without_punctuation(std::string_view text, std::size_t begin, std::size_t end) {
  const auto address = text.substr(begin, end - begin);
  auto open = std::ranges::count(address, '(');
  auto close = std::ranges::count(address, ')');
  for (; end > begin; --end) {
    const char last = text[end - 1];
    if (last == ')' && close > open) {
      --close;
    } else if (std::string_view("?!.,:;*_~'").find(last) == std::string_view::npos) {
      break;
    }
  }
  return end;
}

// Where the brackets of a host stand: "http://[::1]/"; npos where there are none.
std::pair<std::size_t, std::size_t> bracketed_host(std::string_view target) {
  constexpr auto kNone = std::string_view::npos;
  const std::size_t scheme = target.find("://");  // more than 5 also where there is none
  if (scheme > 5 || target.substr(scheme + 3, 1) != "[") return {kNone, kNone};
  const std::size_t end = target.find(']', scheme);
  if (end == kNone ||
      target.substr(scheme + 4, end - scheme - 4).find_first_not_of("0123456789abcdefABCDEF:.") != kNone)
    return {kNone, kNone};
  return {scheme + 3, end};
}

}  // namespace

bool is_allowed_target(std::string_view target) {
  if (target.starts_with('#')) return true;
  return starts_with_ignoring_case(target, "http://") || starts_with_ignoring_case(target, "https://") ||
         starts_with_ignoring_case(target, "mailto:");
}

Address find_address(std::string_view text) {
  for (std::size_t at = text.find("://"); at != std::string_view::npos; at = text.find("://", at + 1)) {
    const std::size_t scheme = at >= 5 && text.substr(at - 5, 5) == "https" ? 5 : 4;
    if (at < scheme || (scheme == 4 && text.substr(at - 4, 4) != "http")) continue;
    const std::size_t begin = at - scheme;
    if (begin > 0 && (is_letter(text[begin - 1]) || is_digit(text[begin - 1]))) continue;
    const std::size_t end = without_punctuation(text, begin, end_of_address(text, at + 3));
    if (end > at + 3) return {begin, end - begin};
  }
  return {};
}

std::string encode_target(std::string_view target) {
  constexpr std::string_view kPlain = "-._~:/?@!$&'*+,;=";
  constexpr char kDigits[] = "0123456789ABCDEF";
  const auto is_escape = [&](std::size_t i) {
    return i + 2 < target.size() && is_hex_digit(target[i + 1]) && is_hex_digit(target[i + 2]);
  };
  const std::size_t fragment = target.find('#');
  const auto [host_begin, host_end] = bracketed_host(target);
  std::string encoded;
  for (std::size_t i = 0; i < target.size(); ++i) {
    const char c = target[i];
    if (is_letter(c) || is_digit(c) || kPlain.find(c) != std::string_view::npos || i == fragment || i == host_begin ||
        i == host_end || (c == '%' && is_escape(i))) {
      encoded += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      encoded += '%';
      encoded += kDigits[byte >> 4];
      encoded += kDigits[byte & 15];
    }
  }
  return encoded;
}

}  // namespace documents
