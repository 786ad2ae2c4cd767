#include "http/request/cors.hpp"

#include <doctest/doctest.h>

namespace {

http::Request from(const std::string& origin) {
  http::Request request;
  if (!origin.empty()) request.headers.emplace_back("Origin", origin);
  return request;
}

http::Request before_request(const std::string& origin) {
  http::Request request = from(origin);
  request.headers.emplace_back("Access-Control-Request-Method", "PUT");
  return request;
}

}  // namespace

TEST_CASE("where no origin is named, no answer says a word of them") {
  const http::Cors none({});
  http::Response response;
  none.allow_reading(from("https://a.example"), response);
  none.allow_request(before_request("https://a.example"), "GET", response);
  CHECK(response.headers.empty());
}

TEST_CASE("a page of a named origin may read the answer, with the headers that scripts need, and no other page may") {
  const http::Cors cors({"https://a.example", "https://b.example"});
  http::Response allowed;
  cors.allow_reading(from("https://b.example"), allowed);
  CHECK(allowed.header("Access-Control-Allow-Origin") == "https://b.example");
  CHECK(allowed.header("Access-Control-Allow-Credentials").empty());
  for (const char* shown : {"ETag", "Link", "Location", "Retry-After", "X-Request-Id", "Content-Disposition"}) {
    CHECK(allowed.header("Access-Control-Expose-Headers").find(shown) != std::string::npos);
  }
  for (const char* other : {"", "https://c.example", "https://a.example.evil.example", "http://a.example", "null"}) {
    CAPTURE(other);
    http::Response refused;
    cors.allow_reading(from(other), refused);
    CHECK(refused.headers == http::HeaderList{{"Vary", "Origin"}});
  }
}

TEST_CASE("what a browser asks before a request is answered for named origins alone") {
  const http::Cors cors({"https://a.example"});
  http::Response allowed;
  cors.allow_request(before_request("https://a.example"), "GET, PUT", allowed);
  CHECK(allowed.header("Access-Control-Allow-Methods") == "GET, PUT");
  CHECK(allowed.header("Access-Control-Allow-Headers").find("If-Match") != std::string::npos);
  CHECK_FALSE(allowed.header("Access-Control-Max-Age").empty());
  for (const auto& request : {before_request("https://b.example"), before_request(""), from("https://a.example")}) {
    http::Response refused;
    cors.allow_request(request, "GET, PUT", refused);
    CHECK(refused.headers.empty());
  }
}
