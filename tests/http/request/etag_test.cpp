#include "http/request/etag.hpp"

#include <doctest/doctest.h>

#include "domain/error.hpp"

namespace {

http::Request with(const std::string& name, const std::string& value) {
  http::Request request;
  request.headers.emplace_back(name, value);
  return request;
}

http::Response answer() {
  http::Response response;
  response.set_body("body", "text/plain");
  return response;
}

}  // namespace

TEST_CASE("a tag begins with the version and changes with the body") {
  const auto tag = http::make_etag(7, "a");
  CHECK(tag == "\"7.af63dc4c8601ec8c\"");  // FNV-1a of "a": who restarts the service changes no tag
  CHECK(tag != http::make_etag(7, "b"));
  CHECK(tag != http::make_etag(8, "a"));
}

TEST_CASE("If-Match names a version: the number alone, or the whole tag") {
  CHECK(http::expected_number(with("If-Match", "\"7\"")) == 7);
  CHECK(http::expected_number(with("if-match", " \"7.1f3a9c04\" ")) == 7);
  CHECK(http::expected_number(with("If-Match", "\"12-gzip\"")) == 12);
  CHECK(http::expected_number(with("If-Match", "\"7.1f3a9c04-gzip\"")) == 7);
  CHECK(http::expected_number(with("If-Match", "W/\"7.1f3a9c04\"")) == 7);
  CHECK(http::expected_number(with("If-Match", " W/\"7\" ")) == 7);
  CHECK_FALSE(http::expected_number(http::Request{}));
}

TEST_CASE("an If-Match that names no version of ours is refused as stale") {
  for (const char* value : {"",
                            "*",
                            "7",
                            "\"\"",
                            "\"x\"",
                            "W/7",
                            "w/\"7\"",
                            "W/",
                            "W/ \"7\"",
                            "W/\"x\"",
                            "W/\"7\", W/\"8\"",
                            "W/W/\"7\"",
                            "\"7\", \"8\"",
                            "\"7",
                            "7\"",
                            "\"-7\"",
                            "\"7x\"",
                            "\"99999999999999999999\"",
                            "\" 7\"",
                            "\"-0\"",
                            "\"7.a\" \"8\"",
                            "\"7,"}) {
    CAPTURE(value);
    try {
      http::expected_number(with("If-Match", value));
      FAIL("was taken");
    } catch (const domain::Error& error) {
      CHECK(error.code() == domain::ErrorCode::stale);
      CHECK(error.kind() == "unknown_etag");
    }
  }
}

TEST_CASE("If-None-Match is a list in which a weak mark is overlooked") {
  CHECK(http::matches("\"7.a\"", "\"7.a\""));
  CHECK(http::matches("\"6.b\" ,\t\"7.a\"", "\"7.a\""));
  CHECK(http::matches("W/\"7.a\"", "\"7.a\""));
  CHECK(http::matches("*", "\"7.a\""));
  CHECK_FALSE(http::matches("\"7\"", "\"7.a\""));
  CHECK_FALSE(http::matches("7.a", "\"7.a\""));
  CHECK_FALSE(http::matches("", "\"7.a\""));
  CHECK_FALSE(http::matches(",,,", "\"7.a\""));
}

TEST_CASE("a comma or a star within a tag is a part of it") {
  CHECK_FALSE(http::matches("\"6,*,b\"", "\"7.a\""));
  CHECK(http::matches("\"6,*,b\", \"7.a\"", "\"7.a\""));
  CHECK(http::matches(" * ", "\"7.a\""));
  CHECK_FALSE(http::matches("W/*", "\"7.a\""));
  CHECK_FALSE(http::matches("7, \"7.a\"", "\"7.a\""));
}

TEST_CASE("an answer that the client has already becomes a 304 with its tag") {
  auto known = answer();
  http::apply_etag(with("If-None-Match", "\"1.a\""), known, "\"1.a\"");
  CHECK(known.status == 304);
  CHECK(known.body == nullptr);
  CHECK(known.header("ETag") == "\"1.a\"");
  auto changed = answer();
  http::apply_etag(with("If-None-Match", "\"1.a\""), changed, "\"2.a\"");
  CHECK(changed.status == 200);
  CHECK(*changed.body == "body");
  CHECK(changed.header("ETag") == "\"2.a\"");
}

TEST_CASE("who has the packed form is told by its tag that it holds still") {
  for (const char* known : {"\"1.a-gzip\"", "W/\"1.a-gzip\"", "\"0.b\", \"1.a-gzip\""}) {
    auto response = answer();
    http::apply_etag(with("If-None-Match", known), response, "\"1.a\"");
    CHECK(response.status == 304);
    CHECK(response.header("ETag") == "\"1.a-gzip\"");
  }
}
