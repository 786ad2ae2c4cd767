#include "http/connection/request_head.hpp"

#include <strings.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <optional>

namespace http {
namespace {

using domain::Message;
using domain::say;

constexpr std::string_view kEnd = "\r\n\r\n";
Message one_host() { return say("The request must have exactly one Host line, with a host and optionally a port."); }

RequestHead refused(int status, std::string code, domain::Message detail) {
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

// "example.gov.tm:8080"; empty where the client knows none.
bool is_host(std::string_view text) {
  constexpr std::string_view kOthers = "-._~%!$&'()*+;=[]:";
  return std::ranges::all_of(text, [&](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || kOthers.find(c) != std::string_view::npos;
  });
}

std::string_view take_line(std::string_view& rest) {
  const auto end = std::min(rest.find("\r\n"), rest.size());
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 2, rest.size()));
  return line;
}

// Scheme and host before the path, as a client sends them that takes us for its proxy: they say nothing that we need.
// "*", which is no address, where they are no such thing.
std::string_view without_host(std::string_view target) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!same_word(target.substr(0, scheme.size()), scheme)) continue;
    target.remove_prefix(scheme.size());
    const auto end = std::min(target.find_first_of("/?"), target.size());
    return is_host(target.substr(0, end)) && end > 0 ? target.substr(end) : "*";
  }
  return target;
}

struct RequestLine {
  std::string_view method;
  std::string_view target;
  std::string_view version;
};

std::optional<RequestLine> parts_of(std::string_view line) {
  const auto first = line.find(' ');
  const auto last = line.rfind(' ');
  if (first == std::string_view::npos || first == 0 || last <= first + 1) return std::nullopt;
  return RequestLine{line.substr(0, first), line.substr(first + 1, last - first - 1), line.substr(last + 1)};
}

// "" and "?a=b" stand behind a host only.
bool is_address(std::string_view sent) {
  const std::string_view target = without_host(sent);
  const bool begins = target.starts_with('/') || (target != sent && (target.empty() || target.front() == '?'));
  return begins && std::ranges::all_of(target, [](char c) { return c > ' ' && c < 127; });
}

// The method is judged by the routes; here only the form counts.
RequestHead check_request_line(std::string_view line, const HeadLimits& limits) {
  const auto parts = parts_of(line);
  if (!parts || (parts->version != "HTTP/1.1" && parts->version != "HTTP/1.0")) {
    return refused(400, "malformed_request", say("The first line of the request is not an HTTP/1.1 request line."));
  }
  if (parts->target.size() > limits.target) {
    return refused(414, "address_too_long", say("The address of the request is longer than {0} bytes.", limits.target));
  }
  if (!is_address(parts->target)) {
    return refused(
        400, "malformed_request",
        say("The address of the request must begin with /, or with http:// and a host, and be percent-encoded."));
  }
  // A zero byte ends a text for some readers and not for others, so that limits and rules would see different texts.
  if (parts->target.find("%00") != std::string_view::npos) {
    return refused(400, "malformed_request", say("The address of the request must not contain a zero byte."));
  }
  const auto upper = [](char c) { return (c >= 'A' && c <= 'Z') || c == '-'; };
  if (!std::ranges::all_of(parts->method, upper)) {
    return refused(400, "malformed_request", say("The method of the request is not an HTTP method."));
  }
  return {};
}

std::optional<RequestHead> check_chunks(std::string_view line, RequestHead& head) {
  if (head.chunked || !same_word(value_of(line), "chunked")) {
    return refused(400, "malformed_request", say("Transfer-Encoding must be 'chunked', once, and nothing else."));
  }
  head.chunked = true;
  return std::nullopt;
}

std::optional<RequestHead> check_length(std::string_view line, std::optional<std::size_t>& length,
                                        const HeadLimits& limits) {
  const std::string_view text = value_of(line);
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool too_large = error == std::errc::result_out_of_range;
  if (length || text.empty() || end != text.data() + text.size() || (error != std::errc() && !too_large)) {
    return refused(400, "malformed_request", say("Content-Length must be one whole number."));
  }
  if (too_large || number > limits.body) {
    return refused(413, "body_too_large", say("The body of the request is larger than {0} bytes.", limits.body));
  }
  length = number;
  return std::nullopt;
}

// What may stand in one line only.
struct Noted {
  std::optional<std::size_t> length;
  int hosts = 0;
};

// What a line says to this server. Nothing: there is nothing wrong with it.
std::optional<RequestHead> note_field(std::string_view line, RequestHead& head, Noted& noted,
                                      const HeadLimits& limits) {
  if (!is_field_line(line)) return refused(400, "malformed_request", say("A header line of the request is malformed."));
  if (has_name(line, "Expect")) head.expects_continue = same_word(value_of(line), "100-continue");
  if (has_name(line, "Connection")) head.persistent = head.persistent && !lists_word(value_of(line), "close");
  if (has_name(line, "Host") && (++noted.hosts > 1 || !is_host(value_of(line)))) {
    return refused(400, "malformed_request", one_host());
  }
  if (has_name(line, "Transfer-Encoding")) return check_chunks(line, head);
  if (has_name(line, "Content-Length")) return check_length(line, noted.length, limits);
  return std::nullopt;
}

RequestHead check_fields(std::string_view rest, const HeadLimits& limits) {
  RequestHead head;
  Noted noted;
  std::size_t lines = 0;
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    if (line.empty()) break;
    if (++lines > limits.lines) {
      return refused(431, "too_many_headers", say("The request has more than {0} header lines.", limits.lines));
    }
    if (auto refusal = note_field(line, head, noted, limits)) return *refusal;
  }
  // Whoever reads the one and whoever reads the other would see two different requests.
  if (head.chunked && noted.length) {
    return refused(400, "malformed_request", say("Send either a Content-Length or a body in chunks, not both."));
  }
  head.content_length = noted.length.value_or(0);
  head.names_host = noted.hosts == 1;
  return head;
}

// What the first line says. An older client does not know what a new one expects of a connection.
std::optional<RequestHead> note_request_line(std::string_view line, RequestHead& head) {
  constexpr std::array<std::string_view, 4> kWithBody{"POST", "PUT", "PATCH", "DELETE"};
  const RequestLine parts = parts_of(line).value();
  head.method = parts.method;
  head.target = without_host(parts.target);
  if (!head.target.starts_with('/')) head.target.insert(0, "/");
  head.takes_body = std::ranges::find(kWithBody, parts.method) != kWithBody.end();
  if (parts.version == "HTTP/1.1") {
    if (head.names_host) return std::nullopt;
    return refused(400, "malformed_request", one_host());
  }
  head.persistent = head.expects_continue = false;
  if (!head.chunked) return std::nullopt;
  return refused(400, "malformed_request",
                 say("An HTTP/1.0 request cannot have a body in chunks. Send a Content-Length."));
}

}  // namespace

bool is_field_line(std::string_view line) {
  const auto colon = line.find(':');
  if (colon == 0 || colon == std::string_view::npos) return false;
  const auto name = [](char c) { return c > ' ' && c < 127; };
  const auto value = [](char c) { return c == '\t' || (static_cast<unsigned char>(c) >= ' ' && c != 127); };
  return std::ranges::all_of(line.substr(0, colon), name) && std::ranges::all_of(line.substr(colon), value);
}

RequestHead inspect_head(std::string_view bytes, const HeadLimits& limits) {
  const auto end = bytes.find(kEnd);
  const std::size_t size = end == std::string_view::npos ? bytes.size() : end + kEnd.size();
  const auto first_line_end = bytes.find("\r\n");
  const bool first_line = first_line_end != std::string_view::npos;
  if (!first_line && bytes.size() > limits.target + 32) {
    return refused(414, "address_too_long", say("The address of the request is longer than {0} bytes.", limits.target));
  }
  if (size > limits.bytes) {
    return refused(431, "headers_too_large", say("The header of the request is larger than {0} bytes.", limits.bytes));
  }
  if (end == std::string_view::npos) return {};
  if (auto refusal = check_request_line(bytes.substr(0, first_line_end), limits); refusal.status != 0) return refusal;
  RequestHead head = check_fields(bytes.substr(first_line_end + 2, end - first_line_end), limits);
  if (head.status != 0) return head;
  if (auto refusal = note_request_line(bytes.substr(0, first_line_end), head)) return *refusal;
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

std::string for_parser(std::string_view bytes, const RequestHead& head) {
  constexpr std::array<std::string_view, 5> kNotForIt{"Range", "If-Range", "Expect", "Transfer-Encoding",
                                                      "Content-Length"};
  const std::string_view first = take_line(bytes);
  std::string kept = head.method + " " + head.target;
  kept.reserve(bytes.size() + first.size());
  kept.append(first.substr(first.rfind(' '))).append("\r\n");
  while (!bytes.empty()) {
    const std::string_view line = take_line(bytes);
    const auto named = [&](std::string_view name) { return has_name(line, name); };
    if (std::ranges::none_of(kNotForIt, named)) kept.append(line).append("\r\n");
  }
  return kept;
}

}  // namespace http
