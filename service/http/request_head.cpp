#include "http/request_head.hpp"

#include <strings.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace http {
namespace {

constexpr std::string_view kEnd = "\r\n\r\n";

RequestHead refused(int status, std::string code, std::string detail) {
  RequestHead head;
  head.status = status;
  head.code = std::move(code);
  head.detail = std::move(detail);
  return head;
}

bool has_name(std::string_view line, std::string_view name) {
  return line.size() > name.size() && line[name.size()] == ':' &&
         strncasecmp(line.data(), name.data(), name.size()) == 0;
}

std::string_view without_spaces(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

std::string_view value_of(std::string_view line) { return without_spaces(line.substr(line.find(':') + 1)); }

bool same_word(std::string_view a, std::string_view b) {
  return a.size() == b.size() && strncasecmp(a.data(), b.data(), a.size()) == 0;
}

// Is the word one of a list with commas?
bool lists_word(std::string_view list, std::string_view word) {
  while (!list.empty()) {
    const auto comma = std::min(list.find(','), list.size());
    if (same_word(without_spaces(list.substr(0, comma)), word)) return true;
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return false;
}

std::string_view take_line(std::string_view& rest) {
  const auto end = std::min(rest.find("\r\n"), rest.size());
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 2, rest.size()));
  return line;
}

// The method is judged by the routes; here only the form counts.
RequestHead check_request_line(std::string_view line, const HeadLimits& limits) {
  const auto first = line.find(' ');
  const auto last = line.rfind(' ');
  const bool form = first != std::string_view::npos && first > 0 && last > first + 1 &&
                    (line.substr(last + 1) == "HTTP/1.1" || line.substr(last + 1) == "HTTP/1.0");
  if (!form) return refused(400, "malformed_request", "The first line of the request is no HTTP/1.1 request line.");
  const std::string_view target = line.substr(first + 1, last - first - 1);
  if (target.size() > limits.target) {
    return refused(414, "address_too_long",
                   "The address of the request is longer than " + std::to_string(limits.target) + " bytes.");
  }
  const auto allowed = [](char c) { return c > ' ' && c < 127; };
  if (target.front() != '/' || !std::ranges::all_of(target, allowed)) {
    return refused(400, "malformed_request", "The address of the request must begin with / and be percent-encoded.");
  }
  // A zero byte ends a text for some readers and not for others, so that limits and rules would see different texts.
  if (target.find("%00") != std::string_view::npos) {
    return refused(400, "malformed_request", "The address of the request must not hold a zero byte.");
  }
  const auto upper = [](char c) { return (c >= 'A' && c <= 'Z') || c == '-'; };
  if (!std::ranges::all_of(line.substr(0, first), upper)) {
    return refused(400, "malformed_request", "The method of the request is no HTTP method.");
  }
  return {};
}

// An older client does not know what a new one expects of a connection.
void note_request_line(std::string_view line, RequestHead& head) {
  constexpr std::array<std::string_view, 4> kWithBody{"POST", "PUT", "PATCH", "DELETE"};
  const auto first = line.find(' ');
  const auto last = line.rfind(' ');
  const std::string_view target = line.substr(first + 1, last - first - 1);
  head.path = target.substr(0, target.find('?'));
  head.takes_body = std::ranges::find(kWithBody, line.substr(0, first)) != kWithBody.end();
  if (!line.ends_with("HTTP/1.1")) head.persistent = head.expects_continue = false;
}

bool well_formed(std::string_view line) {
  const auto colon = line.find(':');
  if (colon == 0 || colon == std::string_view::npos) return false;
  const auto name = [](char c) { return c > ' ' && c < 127; };
  const auto value = [](char c) { return c == '\t' || (static_cast<unsigned char>(c) >= ' ' && c != 127); };
  return std::ranges::all_of(line.substr(0, colon), name) && std::ranges::all_of(line.substr(colon), value);
}

std::optional<RequestHead> check_length(std::string_view line, std::optional<std::size_t>& length,
                                        const HeadLimits& limits) {
  const std::string_view text = value_of(line);
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool too_large = error == std::errc::result_out_of_range;
  if (length || text.empty() || end != text.data() + text.size() || (error != std::errc() && !too_large)) {
    return refused(400, "malformed_request", "Content-Length must be one whole number.");
  }
  if (too_large || number > limits.body) {
    return refused(413, "body_too_large",
                   "The body of the request is larger than " + std::to_string(limits.body) + " bytes.");
  }
  length = number;
  return std::nullopt;
}

RequestHead check_fields(std::string_view rest, const HeadLimits& limits) {
  RequestHead head;
  std::optional<std::size_t> length;
  std::size_t lines = 0;
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    if (line.empty()) break;
    if (++lines > limits.lines) {
      return refused(431, "too_many_headers",
                     "The request has more than " + std::to_string(limits.lines) + " header lines.");
    }
    if (!well_formed(line)) return refused(400, "malformed_request", "A header line of the request is malformed.");
    if (has_name(line, "Transfer-Encoding")) {
      return refused(411, "length_required",
                     "Send the body with a Content-Length; bodies in chunks are not taken. With curl, send a file "
                     "rather than a pipe.");
    }
    if (has_name(line, "Expect")) head.expects_continue = same_word(value_of(line), "100-continue");
    if (has_name(line, "Connection")) head.persistent = head.persistent && !lists_word(value_of(line), "close");
    if (!has_name(line, "Content-Length")) continue;
    if (auto refusal = check_length(line, length, limits)) return *refusal;
  }
  head.content_length = length.value_or(0);
  return head;
}

}  // namespace

RequestHead inspect_head(std::string_view bytes, const HeadLimits& limits) {
  const auto end = bytes.find(kEnd);
  const std::size_t size = end == std::string_view::npos ? bytes.size() : end + kEnd.size();
  const auto first_line_end = bytes.find("\r\n");
  const bool first_line = first_line_end != std::string_view::npos;
  if (!first_line && bytes.size() > limits.target + 32) {
    return refused(414, "address_too_long",
                   "The address of the request is longer than " + std::to_string(limits.target) + " bytes.");
  }
  if (size > limits.bytes) {
    return refused(431, "headers_too_large",
                   "The header of the request is larger than " + std::to_string(limits.bytes) + " bytes.");
  }
  if (end == std::string_view::npos) return {};
  if (auto refusal = check_request_line(bytes.substr(0, first_line_end), limits); refusal.status != 0) return refusal;
  RequestHead head = check_fields(bytes.substr(first_line_end + 2, end - first_line_end), limits);
  if (head.status == 0) note_request_line(bytes.substr(0, first_line_end), head);
  head.whole = true;
  head.size = size;
  return head;
}

std::string replace_foreign_method(std::string& head) {
  constexpr std::array<std::string_view, 7> kKnown{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};
  std::string method = head.substr(0, head.find(' '));
  if (std::ranges::find(kKnown, method) != kKnown.end()) return "";
  head.replace(0, method.size(), "OPTIONS");
  return method;
}

std::string for_parser(std::string_view head) {
  std::string kept;
  kept.reserve(head.size());
  while (!head.empty()) {
    const std::string_view line = take_line(head);
    if (has_name(line, "Range") || has_name(line, "If-Range") || has_name(line, "Expect")) continue;
    kept.append(line).append("\r\n");
  }
  return kept;
}

}  // namespace http
