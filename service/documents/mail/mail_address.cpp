#include "documents/mail/mail_address.hpp"

#include <algorithm>

namespace documents {
namespace {

constexpr std::size_t kLongestAddress = 254;
constexpr std::size_t kLongestLocalPart = 64;
constexpr std::size_t kLongestLabel = 63;

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

bool stands_in_atom(char c) {
  return is_letter_or_digit(c) || std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
}

bool stands_in_label(char c) { return is_letter_or_digit(c) || c == '-'; }

// Parts with a dot between two, none of them empty.
template <class Part>
bool is_dotted(std::string_view text, const Part& is_part) {
  while (true) {
    const auto end = std::min(text.find('.'), text.size());
    if (end == 0 || !is_part(text.substr(0, end))) return false;
    if (end == text.size()) return true;
    text.remove_prefix(end + 1);
  }
}

bool is_atom(std::string_view part) { return std::ranges::all_of(part, stands_in_atom); }

bool is_label(std::string_view part) {
  return part.size() <= kLongestLabel && part.front() != '-' && part.back() != '-' &&
         std::ranges::all_of(part, stands_in_label);
}

}  // namespace

bool is_mail_address(std::string_view text) {
  const auto at = text.find('@');
  if (at > kLongestLocalPart || text.size() > kLongestAddress) return false;  // nor is there none: npos is the largest
  return is_dotted(text.substr(0, at), is_atom) && is_dotted(text.substr(at + 1), is_label);
}

std::string host_of_url(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme == std::string_view::npos) return "";
  url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#"));
  if (url.starts_with('[')) return std::string(url.substr(0, url.find(']') + 1));
  return std::string(url.substr(0, url.find(':')));
}

}  // namespace documents
