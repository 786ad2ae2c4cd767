// What a stranger's header is read by: the look at its raw bytes, entity tags, media types, codings, languages and
// times.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/basis/calendar.hpp"
#include "domain/basis/error.hpp"
#include "domain/basis/language.hpp"
#include "http/connection/request_head.hpp"
#include "http/request/accept.hpp"
#include "http/request/etag.hpp"
#include "http/request/packing.hpp"

namespace {

constexpr http::HeadLimits kLimits{4096, 20, 1000, 100'000};
constexpr std::array<std::string_view, 5> kNotKept{"range", "if-range", "expect", "transfer-encoding",
                                                   "content-length"};

void require(bool holds) {
  if (!holds) std::abort();
}

std::string lower(std::string_view text) {
  std::string small(text);
  for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return small;
}

std::string_view trimmed(std::string_view text) {
  const auto begin = std::min(text.find_first_not_of(" \t"), text.size());
  return text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

// What the lines of a header that was taken say about its body, and the header as the parser gets it.
std::string check_lines(std::string_view bytes, const http::RequestHead& head) {
  std::string kept;
  std::size_t lengths = 0;
  while (!bytes.empty()) {
    const std::string_view line = bytes.substr(0, bytes.find("\r\n"));
    bytes.remove_prefix(line.size() + 2);
    const std::string name = lower(line.substr(0, line.find(':')));
    require(name != "transfer-encoding" || head.chunked);
    if (name == "content-length") {
      const std::string_view digits = trimmed(line.substr(name.size() + 1));
      const auto zeros = std::min(digits.find_first_not_of('0'), digits.size() - 1);
      require(++lengths == 1 && digits.substr(zeros) == std::to_string(head.content_length));
    }
    const bool first = kept.empty();
    if (first) kept = head.method + " " + head.target + std::string(line.substr(line.rfind(' '))) + "\r\n";
    if (!first && std::ranges::find(kNotKept, name) == kNotKept.end()) kept.append(line).append("\r\n");
  }
  require(lengths == 1 || head.content_length == 0);
  require(lengths == 0 || !head.chunked);
  return kept;
}

void look_at_head(std::string_view bytes) {
  const auto head = http::inspect_head(bytes, kLimits);
  if (head.status != 0) require(!head.code.empty() && !head.detail.empty());
  if (!head.whole || head.status != 0) return;
  require(head.size <= bytes.size() && head.size <= kLimits.bytes && head.content_length <= kLimits.body);
  require(bytes.substr(0, head.size).ends_with("\r\n\r\n"));
  // What comes behind a whole header does not change it.
  const auto alone = http::inspect_head(bytes.substr(0, head.size), kLimits);
  require(alone.whole && alone.size == head.size && alone.content_length == head.content_length);
  // As the parser gets it, it is a header still, with every other line.
  const std::string kept = http::for_parser(bytes.substr(0, head.size), head);
  require(kept == check_lines(bytes.substr(0, head.size), head));
  require(http::inspect_head(kept, kLimits).whole);
}

// A header line of letters that anybody may send is taken.
void look_at_line(const std::string& value) {
  if (value.size() > kLimits.target || !std::ranges::all_of(value, [](char c) { return c >= ' ' && c < 127; })) return;
  const std::string bytes = "GET / HTTP/1.1\r\nHost: x\r\nX: " + value + "\r\n\r\n";
  const auto head = http::inspect_head(bytes, kLimits);
  require(head.whole && head.status == 0 && head.size == bytes.size() && head.content_length == 0);
}

// The tags of a list (RFC 9110, 8.8.3) before the first thing in it that is none, without their weak marks.
std::vector<std::string> read_tags(std::string_view list) {
  enum class Place { between, weak, before, within, behind };
  std::vector<std::string> tags;
  std::string tag;
  Place place = Place::between;
  for (const char c : list) {
    const bool space = c == ' ' || c == '\t';
    if (place == Place::within) {
      tag += c;
      if (c != '"') continue;
      tags.push_back(tag);
      place = Place::behind;
    } else if (c == '"' && (place == Place::between || place == Place::before)) {
      tag = c;
      place = Place::within;
    } else if (c == 'W' && place == Place::between) {
      place = Place::weak;
    } else if (c == '/' && place == Place::weak) {
      place = Place::before;
    } else if (c == ',' && place == Place::behind) {
      place = Place::between;
    } else if (!(place == Place::between && (space || c == ',')) && !(place == Place::behind && space)) {
      break;
    }
  }
  return tags;
}

void look_at_tags(const std::string& list) {
  const auto tags = read_tags(list);
  const bool any = trimmed(list) == "*";
  const auto known = [&](const std::string& tag) { return any || std::ranges::find(tags, tag) != tags.end(); };
  for (const char* tag : {"\"7.a\"", "\"\"", "\"*\"", "*", "7.a"}) {
    require(http::matches(list, tag) == known(tag));
  }
  for (std::size_t i = 0; i < tags.size(); i += 1 + tags.size() / 16) {
    require(http::matches(list, tags[i]));
    std::string other = tags[i];
    other.insert(1, "7");
    require(http::matches(list, other) == known(other));
  }
}

// The number at the head of what stands between the quotes of a tag of ours.
std::optional<std::int64_t> read_number(std::string_view value) {
  const std::string_view digits = value.substr(0, value.find_first_not_of("0123456789"));
  const std::string_view rest = value.substr(digits.size());
  if (digits.empty() || !(rest.empty() || rest.front() == '.' || rest.front() == '-')) return {};
  std::int64_t number = 0;
  for (const char c : digits) {
    if (number > (std::numeric_limits<std::int64_t>::max() - (c - '0')) / 10) return {};
    number = number * 10 + (c - '0');
  }
  return number;
}

// The numbers of our tags in an If-Match header; nothing: it is no list of tags.
std::optional<std::vector<std::int64_t>> read_numbers(std::string_view value) {
  std::vector<std::int64_t> numbers;
  bool any = false;
  bool after_tag = false;
  while (!(value = trimmed(value)).empty()) {
    if (value.front() == ',') {
      value.remove_prefix(1);
      after_tag = false;
      continue;
    }
    if (value.starts_with("W/\"")) value.remove_prefix(2);
    const auto end = value.find('"', 1);
    if (after_tag || value.front() != '"' || end == std::string_view::npos) return {};
    const std::string_view inside = value.substr(1, end - 1);
    const auto is_odd = [](char c) { return (c >= 0 && c <= ' ') || c == 0x7f; };
    if (std::ranges::any_of(inside, is_odd)) return {};
    if (const auto number = read_number(inside)) numbers.push_back(*number);
    value.remove_prefix(end + 1);
    any = after_tag = true;
  }
  return any ? std::optional(numbers) : std::nullopt;
}

void look_at_if_match(const http::Request& request, std::string_view value) {
  const auto numbers = read_numbers(value);
  try {
    const auto named = http::named_by_if_match(request);
    require(named.has_value() && named->any == (trimmed(value) == "*"));
    if (!named->any) require(numbers == named->numbers && !numbers->empty());
  } catch (const domain::Error& error) {
    require(!error.message().empty());
    require(error.code() == (numbers ? domain::ErrorCode::stale : domain::ErrorCode::malformed));
    require(!numbers || numbers->empty());
  }
}

std::string media_type(const std::string& accept) {
  http::Request request;
  request.headers = {{"Accept", accept}};
  return std::string(http::Accepted(request).choose({"application/json", "text/csv"}));
}

// What stands first about a type or a language counts, whatever follows.
void look_at_choices(const std::string& value) {
  const std::string type = media_type(value);
  require(type.empty() || type == "application/json" || type == "text/csv");
  if (!value.empty() && value.find('/') == std::string::npos) require(type.empty());
  require(media_type("text/csv,application/json;q=0," + value) == "text/csv");
  require(media_type("application/json;q=0.1,text/csv;q=0," + value) == "application/json");
  require(media_type("application/json;q=0,text/csv;q=0," + value).empty());
  const auto language = [](const std::string& accept) {
    return domain::negotiate_language(accept, {"en", "sr-Latn", "zh-Hant-TW"}, "en");
  };
  const std::string chosen = language(value);
  require(chosen == "en" || chosen == "sr-Latn" || chosen == "zh-Hant-TW");
  require(chosen == "en" || lower(value).find(chosen.substr(0, 2)) != std::string::npos);
  require(language("sr-Latn," + value) == "sr-Latn" && language("zh," + value) == "zh-Hant-TW");
  require(language("sr-Latn;q=0," + value) == chosen);
}

bool is_packed(const std::string& accept_encoding) {
  static const std::string kText(http::kLeastPacked, 'x');
  http::Request request;
  request.headers = {{"Accept-Encoding", accept_encoding}};
  http::Response response;
  response.set_body(kText, "text/plain");
  return http::goes_packed(request, response);
}

void look_at_codings(const std::string& value) {
  const bool named = lower(value).find("gzip") != std::string::npos || value.find('*') != std::string::npos;
  require(named || !is_packed(value));
  require(is_packed("gzip," + value));
  require(!is_packed("gzip;q=0," + value));
  require(!is_packed("identity,gzip;q=0.5," + value));
}

void look_at_times(const std::string& value) {
  if (const auto day = domain::parse_day(value)) require(domain::format_day(*day) == value);
  const auto time = domain::parse_time(value);
  if (!time) return;
  const std::string written = domain::format_time(*time);
  require(domain::parse_time(written) == time);
  if (value[10] == 'T' && value.ends_with('Z') && value.size() == written.size()) require(written == value);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string input(reinterpret_cast<const char*>(data), size);
  look_at_head(input);
  look_at_line(input);
  for (const std::string& list : {input, input + ",\"7.a\"", "\"7.a\"," + input}) look_at_tags(list);
  http::Request request;
  request.headers = {{"If-Match", input}};
  look_at_if_match(request, input);
  look_at_choices(input);
  look_at_codings(input);
  look_at_times(input);
  return 0;
}
