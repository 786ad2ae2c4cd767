// One request on its way to a handler: authenticated, its parameters and body checked against the contract.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "http/contract/json.hpp"
#include "http/message/message.hpp"
#include "http/request/accept.hpp"
#include "http/request/places.hpp"
#include "usecases/frame/access.hpp"
#include "usecases/frame/idempotency.hpp"
#include "usecases/frame/identities.hpp"
#include "usecases/frame/service.hpp"

namespace http {

struct Call {
  const Request& request;
  std::vector<std::pair<std::string, std::string>> path;  // parameters: {"report", "tkm-2026"}
  Body body;                                              // null where there is none or it is no JSON
  usecases::Service& service;
  std::shared_ptr<const usecases::Identity> identity;  // null: an operation without a token
  Places& waiting_places;
  const Accepted& accepted;
  std::optional<usecases::KeyedRequest> keyed = std::nullopt;  // by an Idempotency-Key; nothing: there is none
  const usecases::Identity& caller() const { return *identity; }
  const domain::Actor& actor() const { return identity->actor; }

  const std::string& param(std::string_view name) const;
  // A parameter that the contract says is a whole number; 0 where it is too large for one.
  std::int64_t number_param(std::string_view name) const;
  std::optional<std::string> query(std::string_view name) const { return request.query_value(name); }
  std::int64_t query_number(std::string_view name, std::int64_t otherwise) const;
  bool query_flag(std::string_view name) const { return query(name) == "true"; }
  // The versions that If-Match names.
  usecases::Expected expected() const;
};

// The answer waits, at most so long: the request is answered again once `is_over` holds (see Waiting).
// A refusal where the caller, or all callers together, wait with as many requests as they may.
Response wait_until(const Call& call, std::chrono::milliseconds most, std::function<bool()> is_over);

// Answers.
Response json_response(const Json& body, int status = 200);
// What was made before: with ETag, and 304 where the client has it.
Response cached_response(const Call& call, const usecases::CachedAnswer& answer, const std::string& media_type);
Response created(const Json& body, const std::string& location);
// A single thing with its version: with ETag, and 304 where the client has it.
Response thing(const Call& call, const Json& body, std::int64_t version, int status = 200);
Response created_thing(const Call& call, const Json& body, std::int64_t version, const std::string& location);
// A list as it is now: with ETag, and 304 where the client has it. next: what the address of the next page has in the
// place of this one's, such as {"after", "7"}; nothing: this is the last.
Response list_response(const Call& call, const Json& body,
                       const std::optional<std::pair<std::string, std::string>>& next);
// A page of a list. position: behind which the next page begins; empty: this is the last. beside: what else is told of
// the list.
Response page(const Call& call, Json items, const std::string& position, const Json& beside = Json::object());

// `limit` and `cursor` of a list. One item more than the limit is asked for, to know whether there is a next page. A
// cursor is the position behind which its page begins, with a mark of the list and its filters.
struct Paging {
  int limit = 50;
  std::string position;  // empty: from the beginning
  int asked() const { return limit + 1; }
  std::int64_t position_number() const;
};
// Errors: malformed, where the cursor is of another list, or of this one with other filters.
Paging paging_of(const Call& call);

// Turns rows into a page: make gives the JSON of a row, key its position.
template <class Rows, class Make, class Key>
Response page_of(const Call& call, const Paging& paging, const Rows& rows, const Make& make, const Key& key,
                 const Json& beside = Json::object()) {
  Json items = Json::array();
  std::string position;
  for (const auto& row : rows) {
    if (items.size() == static_cast<std::size_t>(paging.limit)) break;
    items.push_back(make(row));
    position = key(row);
  }
  return page(call, std::move(items), rows.size() > static_cast<std::size_t>(paging.limit) ? position : "", beside);
}

}  // namespace http
