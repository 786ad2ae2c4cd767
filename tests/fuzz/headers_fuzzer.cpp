// What a stranger's header is read by: the look at its raw bytes, entity tags, media types, languages and times.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "domain/calendar.hpp"
#include "domain/error.hpp"
#include "domain/language.hpp"
#include "http/call.hpp"
#include "http/etag.hpp"
#include "http/request_head.hpp"

namespace {

constexpr http::HeadLimits kLimits{4096, 20, 1000, 100'000};

void require(bool holds) {
  if (!holds) std::abort();
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
  // Without its ranges it is a header still, and then there are none to take out.
  const std::string kept = http::without_ranges(bytes.substr(0, head.size));
  require(kept.size() <= head.size && http::without_ranges(kept) == kept);
  require(http::inspect_head(kept, kLimits).whole);
}

void look_at_values(const std::string& value) {
  http::Request request;
  request.headers = {{"If-Match", value}, {"Accept", value}};
  try {
    if (const auto number = http::expected_number(request)) require(*number >= 0);
  } catch (const domain::Error& error) {
    require(error.code() == domain::ErrorCode::stale);
  }
  http::matches(value, "\"7.a\"");
  const std::string type = http::choose_media_type(request, {"application/json", "text/csv"});
  require(type.empty() || type == "application/json" || type == "text/csv");
  const std::string language = domain::negotiate_language(value, {"en", "sr-Latn", "zh-Hant-TW"}, "en");
  require(language == "en" || language == "sr-Latn" || language == "zh-Hant-TW");
  if (const auto time = domain::parse_time(value)) require(domain::parse_time(domain::format_time(*time)) == time);
  if (const auto day = domain::parse_day(value)) require(domain::parse_day(domain::format_day(*day)) == day);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string input(reinterpret_cast<const char*>(data), size);
  look_at_head(input);
  look_at_values(input);
  return 0;
}
