// Scripts of web pages of other origins.
#include <doctest/doctest.h>

#include "support/api_app.hpp"

using namespace support;

namespace {

const std::string kPage = "https://reports.example";

Config with_page() {
  Config config;
  config.cors_origins = {kPage};
  return config;
}

}  // namespace

TEST_CASE("a page that was named may ask, read answers and refusals, and needs no token to ask whether it may") {
  TestApp app(with_page());
  const HeaderMap page{{"Origin", kPage}};
  const auto asked = app.anonymous().send(
      "OPTIONS", "/v1/agencies/x", "",
      {{"Origin", kPage}, {"Access-Control-Request-Method", "PATCH"}, {"Access-Control-Request-Headers", "if-match"}});
  CHECK(asked.status == 204);
  CHECK(asked.header("Access-Control-Allow-Origin") == kPage);
  CHECK(asked.header("Access-Control-Allow-Methods").find("PATCH") != std::string::npos);
  CHECK(asked.header("Access-Control-Allow-Headers").find("Authorization") != std::string::npos);
  for (const auto& answer : {app.admin().get("/v1/me", page), app.anonymous().get("/v1/me", page),
                             app.admin().get("/v1/nothing", page), app.admin().get("/healthz", page)}) {
    CHECK(answer.header("Access-Control-Allow-Origin") == kPage);
    CHECK(answer.header("Vary").find("Origin") != std::string::npos);
  }
  const auto other = app.admin().get("/v1/me", {{"Origin", "https://other.example"}});
  CHECK(other.status == 200);
  CHECK(other.header("Access-Control-Allow-Origin").empty());
  CHECK(other.header("Vary").find("Origin") != std::string::npos);
}

TEST_CASE("a service that was told of no page says nothing of them") {
  TestApp app;
  const HeaderMap asking{{"Origin", kPage}, {"Access-Control-Request-Method", "GET"}};
  for (const auto& answer :
       {app.admin().get("/v1/me", {{"Origin", kPage}}), app.anonymous().send("OPTIONS", "/v1/me", "", asking)}) {
    for (const auto& [name, value] : answer.headers) CHECK_FALSE(name.starts_with("Access-Control-"));
    CHECK(answer.header("Vary").find("Origin") == std::string::npos);
  }
}
