// The body of a request: its media type, its JSON, and what the contract says of it.
#pragma once

#include <optional>
#include <string>

#include "http/contract.hpp"
#include "http/json.hpp"
#include "http/message.hpp"

namespace http {

// "Application/JSON; charset=utf-8" -> "application/json"; empty where the client names no type.
std::string media_type_of(const Request& request);

// 415 where the operation does not take this kind of body, 406 where it has no answer of a kind that the client takes.
std::optional<Response> refuse_media_types(const Request& request, const Operation& operation);

// The parsed and checked JSON; null where the body is of another kind.
// Errors: domain::Error(invalid) naming each wrong place.
Body read_body(const Request& request, const Operation& operation, const Contract& contract);

}  // namespace http
