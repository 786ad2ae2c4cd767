#include "http/request/call.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <stdexcept>

#include "domain/basis/error.hpp"
#include "http/request/etag.hpp"
#include "http/request/packing.hpp"
#include "http/request/problem.hpp"

namespace http {
namespace {

using domain::Fault;
using domain::say;

constexpr const char* kJsonType = "application/json";

std::optional<std::int64_t> parse_number(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  constexpr std::string_view plain = "-._~";
  std::string encoded;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 128 && std::isalnum(byte) != 0) || plain.find(c) != std::string_view::npos) {
      encoded += c;
    } else {
      encoded += {'%', digits[byte >> 4], digits[byte & 15]};
    }
  }
  return encoded;
}

std::string next_link(const Call& call, const std::pair<std::string, std::string>& next) {
  std::string link = "<" + call.request.path + "?";
  for (const auto& [name, value] : call.request.query) {
    if (name != next.first) link += percent_encoded(name) + "=" + percent_encoded(value) + "&";
  }
  return link + next.first + "=" + percent_encoded(next.second) + ">; rel=\"next\"";
}

// Of the list with its filters: pages of another size are pages of the same list.
std::string mark_of_list(const Call& call) {
  auto filters = call.request.query;
  std::erase_if(filters, [](const auto& given) { return given.first == "cursor" || given.first == "limit"; });
  std::ranges::sort(filters);
  std::string text = call.request.path;
  for (const auto& [name, value] : filters) text += "\n" + name + "=" + value;
  return digest_of(text);
}

[[noreturn]] void throw_foreign_cursor() {
  throw domain::Error(domain::ErrorCode::malformed, "foreign_cursor",
                      say("This cursor does not belong to this list with these filters. Send next_cursor of the "
                          "previous page, with the same filters; or leave it out to begin at the first page."));
}

}  // namespace

const std::string& Call::param(std::string_view name) const {
  for (const auto& [known, value] : path) {
    if (known == name) return value;
  }
  throw std::logic_error("the route has no such parameter");
}

std::int64_t Call::number_param(std::string_view name) const { return parse_number(param(name)).value_or(0); }

std::int64_t Call::query_number(std::string_view name, std::int64_t otherwise) const {
  const auto text = query(name);
  return text ? parse_number(*text).value_or(otherwise) : otherwise;
}

usecases::Expected Call::expected() const {
  const auto named = named_by_if_match(request);
  return named ? usecases::Expected{named->numbers, named->any} : usecases::Expected{};
}

Response wait_until(const Call& call, std::chrono::milliseconds most, std::function<bool()> is_over) {
  auto place = call.waiting_places.take(std::to_string(call.actor().token));
  if (place.answer == Places::Answer::none_left_for_you) {
    return problem(429, "too_many_waiting",
                   say("This access token is waiting for news with as many requests as it may. Let one of them end, or "
                       "ask without 'wait'."),
                   call.request);
  }
  if (place.answer == Places::Answer::none_left) {
    return problem(503, "too_many_waiting",
                   say("As many requests as the service allows are waiting for news. Ask without 'wait', or later."),
                   call.request);
  }
  Response response;
  response.waiting = Waiting{most, std::move(is_over), std::move(place.held)};
  return response;
}

Response json_response(const Json& body, int status) {
  Response response;
  response.status = status;
  response.set_body(body.dump(), kJsonType);
  return response;
}

Response cached_response(const Call& call, const usecases::CachedAnswer& answer, const std::string& media_type) {
  Response response;
  response.body = answer.body;
  response.set_header("Content-Type", media_type);
  response.set_header("Cache-Control", "private, no-cache");
  apply_etag(call.request, response, "\"" + answer.tag + "\"");
  if (goes_packed(call.request, response)) response.packed = call.service.answers().packed_form(answer, gzip);
  return response;
}

Response created(const Json& body, const std::string& location) {
  Response response = json_response(body, 201);
  response.set_header("Location", location);
  return response;
}

Response thing(const Call& call, const Json& body, std::int64_t version, int status) {
  Response response = json_response(body, status);
  apply_etag(call.request, response, make_etag(version, *response.body));
  return response;
}

Response created_thing(const Call& call, const Json& body, std::int64_t version, const std::string& location) {
  Response response = thing(call, body, version, 201);
  response.set_header("Location", location);
  return response;
}

Response list_response(const Call& call, const Json& body,
                       const std::optional<std::pair<std::string, std::string>>& next) {
  Response response = json_response(body);
  if (next) response.set_header("Link", next_link(call, *next));
  apply_etag(call.request, response, make_list_etag(*response.body));
  return response;
}

Response page(const Call& call, Json items, const std::string& position, const Json& beside) {
  const std::string cursor = position.empty() ? "" : position + "." + mark_of_list(call);
  Json body{{"items", std::move(items)}, {"next_cursor", or_null(cursor)}};
  body.update(beside);
  if (cursor.empty()) return list_response(call, body, std::nullopt);
  return list_response(call, body, std::pair("cursor", cursor));
}

std::int64_t Paging::position_number() const {
  if (position.empty()) return 0;
  const auto number = parse_number(position);
  if (!number || *number < 0) throw_foreign_cursor();
  return *number;
}

Paging paging_of(const Call& call) {
  Paging paging;
  paging.limit = static_cast<int>(call.query_number("limit", paging.limit));
  const auto cursor = call.query("cursor");
  if (!cursor) return paging;
  const auto dot = cursor->rfind('.');
  if (dot == std::string::npos || dot == 0 || cursor->substr(dot + 1) != mark_of_list(call)) throw_foreign_cursor();
  paging.position = cursor->substr(0, dot);
  return paging;
}

}  // namespace http
