#include "http/request/etag.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "domain/basis/error.hpp"
#include "http/request/packing.hpp"

namespace http {
namespace {

using domain::say;

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

// FNV-1a, 64 bits.
std::uint64_t digest(std::string_view text) {
  std::uint64_t value = 14695981039346656037ULL;
  for (const char c : text) {
    value ^= static_cast<unsigned char>(c);
    value *= 1099511628211ULL;
  }
  return value;
}

// A list may be spread over several lines.
std::optional<std::string> whole_if_match(const Request& request) {
  std::optional<std::string> whole;
  for (const auto& [name, value] : request.headers) {
    if (!same_name(name, "If-Match")) continue;
    whole = whole ? *whole + "," + value : value;
  }
  return whole;
}

std::string_view after_commas(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(" \t,"), text.size()));
}

// RFC 9110, 8.8.3: no blanks and no control characters.
bool may_stand_in_tag(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte > 0x20 && byte != 0x7f;
}

// Takes W/"..." or "..." and the blanks behind it off a list; gives the tag with its quotes, empty where there is none.
std::string_view take_tag(std::string_view& rest) {
  if (rest.starts_with("W/")) rest.remove_prefix(2);
  if (!rest.starts_with('"')) return {};
  const auto end = rest.find('"', 1);
  if (end == std::string_view::npos) return {};
  const std::string_view tag = rest.substr(0, end + 1);
  if (!std::ranges::all_of(tag.substr(1, end - 1), may_stand_in_tag)) return {};
  rest = trimmed(rest.substr(end + 1));
  return tag;
}

// The number with which a tag of ours begins.
std::optional<std::int64_t> number_of(std::string_view tag) {
  tag = tag.substr(1, tag.size() - 2);
  if (tag.empty() || tag.front() == '-') return std::nullopt;
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(tag.data(), tag.data() + tag.size(), number);
  if (error != std::errc()) return std::nullopt;
  const bool is_whole = end == tag.data() + tag.size() || *end == '.' || *end == '-';
  return is_whole ? std::optional(number) : std::nullopt;
}

[[noreturn]] void throw_malformed() {
  throw domain::Error(domain::ErrorCode::malformed, "malformed_if_match",
                      say("If-Match cannot be read. Send the ETag that you got with the thing you are changing, e.g. "
                          "\"7\" with its quotes; several with commas between them; or * for whatever is there."));
}

}  // namespace

std::string digest_of(std::string_view text) {
  char hex[17];
  std::snprintf(hex, sizeof hex, "%016llx", static_cast<unsigned long long>(digest(text)));
  return hex;
}

std::string make_list_etag(std::string_view body) { return "\"list." + digest_of(body) + "\""; }

std::string make_etag(std::int64_t number, std::string_view body) {
  return "\"" + std::to_string(number) + "." + digest_of(body) + "\"";
}

bool matches(std::string_view if_none_match, std::string_view etag) {
  std::string_view rest = trimmed(if_none_match);
  if (rest == "*") return true;
  for (;;) {
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t,"), rest.size()));
    if (rest.starts_with("W/")) rest.remove_prefix(2);
    const auto end = rest.find('"', 1);
    if (!rest.starts_with('"') || end == std::string_view::npos) return false;
    if (rest.substr(0, end + 1) == etag) return true;
    rest = trimmed(rest.substr(end + 1));
    if (!rest.starts_with(',')) return false;
  }
}

std::optional<NamedByIfMatch> named_by_if_match(const Request& request) {
  const auto header = whole_if_match(request);
  if (!header) return std::nullopt;
  NamedByIfMatch named;
  std::string_view rest = trimmed(*header);
  if (rest == "*") {
    named.any = true;
    return named;
  }
  bool any_tag = false;
  while (!(rest = after_commas(rest)).empty()) {
    const std::string_view tag = take_tag(rest);
    if (tag.empty() || !(rest.empty() || rest.starts_with(','))) throw_malformed();
    any_tag = true;
    if (const auto number = number_of(tag)) named.numbers.push_back(*number);
  }
  if (!any_tag) throw_malformed();
  if (named.numbers.empty()) {
    throw domain::Error(domain::ErrorCode::stale, "unknown_etag",
                        say("If-Match has no ETag of this service. Send the one that you got with the thing you are "
                            "changing, e.g. \"7\" with its quotes."));
  }
  return named;
}

void apply_etag(const Request& request, Response& response, const std::string& etag) {
  response.set_header("ETag", etag);
  const auto known = request.find_header("If-None-Match");
  if (!known || request.method != "GET" || response.status != 200) return;
  for (const std::string& form : {etag, packed_etag(etag)}) {
    if (!matches(*known, form)) continue;
    response.set_header("ETag", form);
    response.status = 304;
    response.body.reset();
    return;
  }
}

}  // namespace http
