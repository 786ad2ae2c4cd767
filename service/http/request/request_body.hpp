// The body of a request: its media type, its JSON, and what the contract says of it.
#pragma once

#include <optional>
#include <string>

#include "http/contract/contract.hpp"
#include "http/contract/json.hpp"
#include "http/message/message.hpp"
#include "http/request/accept.hpp"

namespace http {

// What the client says that a file is: "Image/PNG; q=1" -> "image/png"; empty where it names no type, or only says that
// it is a file (application/octet-stream): then its content alone decides.
std::string said_type_of(const Request& request);

// 415 where the operation does not take this kind of body, 406 where it has no answer of a kind that the client takes.
std::optional<Response> refuse_media_types(const Request& request, const Accepted& accepted,
                                           const Operation& operation);

// The parsed JSON, checked but where its handler does that; null where the body is of another kind.
// Errors: domain::Error(invalid) naming each wrong place.
Body read_body(const Request& request, const Operation& operation, const Contract& contract);

}  // namespace http
