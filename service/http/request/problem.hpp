// Refusals as application/problem+json (RFC 9457). The one place that knows which status belongs to which error.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/basis/error.hpp"
#include "http/contract/json.hpp"
#include "http/message/message.hpp"
#include "http/request/speech.hpp"

namespace http {

// Names as a message lists them: "GET, PUT".
std::string listed(const std::vector<std::string>& names);

int status_of(domain::ErrorCode code);

Json problem_json(const domain::Error& error, int status, const std::string& request_id, const Speech& speech);

Response problem(const domain::Error& error, const Request& request);
// For what is refused before any business operation: 404 no such route, 405, 406, 413, 415, 428, ...
Response problem(int status, std::string_view code, const domain::Message& detail, const Request& request);

}  // namespace http
