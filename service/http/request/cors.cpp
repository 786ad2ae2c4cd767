#include "http/request/cors.hpp"

#include <algorithm>

namespace http {
namespace {

constexpr const char* kShown =
    "Accept-Patch, Allow, Content-Disposition, Content-Language, ETag, Idempotent-Replayed, Link, Location, "
    "Retry-After, "
    "WWW-Authenticate, X-Request-Id";
constexpr const char* kTaken =
    "Accept, Accept-Language, Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match";
constexpr const char* kRememberedSeconds = "600";

}  // namespace

bool Cors::knows_origin_of(const Request& request) const {
  const auto origin = request.find_header("Origin");
  return origin && std::ranges::find(origins_, *origin) != origins_.end();
}

void Cors::allow_reading(const Request& request, Response& response) const {
  if (origins_.empty()) return;
  response.vary_by("Origin");
  if (!knows_origin_of(request)) return;
  response.set_header("Access-Control-Allow-Origin", request.header("Origin"));
  response.set_header("Access-Control-Expose-Headers", kShown);
}

void Cors::allow_request(const Request& request, const std::string& methods, Response& response) const {
  if (!request.find_header("Access-Control-Request-Method") || !knows_origin_of(request)) return;
  response.set_header("Access-Control-Allow-Methods", methods);
  response.set_header("Access-Control-Allow-Headers", kTaken);
  response.set_header("Access-Control-Max-Age", kRememberedSeconds);
}

}  // namespace http
