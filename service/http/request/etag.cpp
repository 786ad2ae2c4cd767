#include "http/request/etag.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "domain/error.hpp"
#include "http/request/packing.hpp"

namespace http {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

// FNV-1a, 64 bits: a change detector within one version number, not a seal.
std::uint64_t digest(std::string_view text) {
  std::uint64_t value = 14695981039346656037ULL;
  for (const char c : text) {
    value ^= static_cast<unsigned char>(c);
    value *= 1099511628211ULL;
  }
  return value;
}

}  // namespace

std::string make_etag(std::int64_t number, std::string_view body) {
  char hex[17];
  std::snprintf(hex, sizeof hex, "%016llx", static_cast<unsigned long long>(digest(body)));
  return "\"" + std::to_string(number) + "." + hex + "\"";
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

std::optional<std::int64_t> expected_number(const Request& request) {
  const auto header = request.find_header("If-Match");
  if (!header) return std::nullopt;
  std::string_view tag = trimmed(*header);
  if (tag.starts_with("W/")) tag.remove_prefix(2);
  std::int64_t number = 0;
  if (tag.size() > 2 && tag.starts_with('"') && tag.ends_with('"') && tag.find_first_of("\",", 1) == tag.size() - 1) {
    tag = tag.substr(1, tag.size() - 2);
    const auto [end, error] = std::from_chars(tag.data(), tag.data() + tag.size(), number);
    const bool whole = end == tag.data() + tag.size() || *end == '.' || *end == '-';
    if (error == std::errc() && whole && tag.front() != '-') return number;
  }
  throw domain::Error(
      domain::ErrorCode::stale, "unknown_etag",
      "If-Match must be the ETag that you got with the thing you are changing, e.g. \"7\" with its quotes.");
}

void apply_etag(const Request& request, Response& response, const std::string& etag) {
  response.set_header("ETag", etag);
  const auto known = request.find_header("If-None-Match");
  if (!known || response.status != 200) return;
  for (const std::string& form : {etag, packed_etag(etag)}) {
    if (!matches(*known, form)) continue;
    response.set_header("ETag", form);
    response.status = 304;
    response.body.reset();
    return;
  }
}

}  // namespace http
