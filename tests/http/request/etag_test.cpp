#include "http/request/etag.hpp"

#include <doctest/doctest.h>

#include "domain/basis/error.hpp"

namespace {

http::Request with(const std::string& name, const std::string& value) {
  http::Request request;
  request.method = "GET";
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

namespace {

// "7 8", "any", or the refusal.
std::string named_by(const http::Request& request) {
  try {
    const auto named = http::named_by_if_match(request);
    if (!named) return "nothing";
    std::string text = named->any ? "any" : "";
    for (const auto number : named->numbers) text += (text.empty() ? "" : " ") + std::to_string(number);
    return text;
  } catch (const domain::Error& error) {
    CHECK((error.code() == domain::ErrorCode::malformed) == (error.kind() == "malformed_if_match"));
    CHECK((error.code() == domain::ErrorCode::stale) == (error.kind() == "unknown_etag"));
    return error.kind();
  }
}

}  // namespace

TEST_CASE("If-Match names versions by the numbers of our tags, strong or weak, one or many, or whatever there is") {
  CHECK(named_by(http::Request{}) == "nothing");
  const std::vector<std::pair<const char*, const char*>> rows{
      {"\"7\"", "7"},
      {" \"7.1f3a9c04\" ", "7"},
      {"\"12-gzip\"", "12"},
      {"\"7.1f3a9c04-gzip\"", "7"},
      {"W/\"7.1f3a9c04\"", "7"},
      {" W/\"7\" ", "7"},
      {"*", "any"},
      {" * ", "any"},
      {"\"7\", \"8\"", "7 8"},
      {"W/\"7\",W/\"8-md\" ,\t\"9\"", "7 8 9"},
      {",, \"7\" , ,", "7"},
      {"\"a,b\", \"*\", \"7\"", "7"},
      {"\"x\", \"7x\", \"-7\", \"99999999999999999999\", \"7\"", "7"}};
  for (const auto& [value, names] : rows) CHECK_MESSAGE(named_by(with("if-match", value)) == names, value);
  auto lines = with("If-Match", "\"7\"");
  lines.headers.emplace_back("if-match", "W/\"8\"");
  CHECK(named_by(lines) == "7 8");
}

TEST_CASE("an If-Match in which no tag is ours is refused as stale") {
  for (const char* value :
       {"\"\"", "\"x\"", "W/\"x\"", "\"-7\"", "\"7x\"", "\"99999999999999999999\"", "\"-0\"", "\"*\", \"7,8\""}) {
    CHECK_MESSAGE(named_by(with("If-Match", value)) == "unknown_etag", value);
  }
}

TEST_CASE("an If-Match that is no list of tags is refused as malformed") {
  for (const char* value : {"", ",", "7", "W/7", "w/\"7\"", "W/", "W/ \"7\"", "W/W/\"7\"", "\"7", "7\"", "\" 7\"",
                            "\"7\x7f\"", "\"7.a\" \"8\"", "\"7,", "*, \"7\"", "\"7\", *", "**", "W/*", "\"7\"x"}) {
    CHECK_MESSAGE(named_by(with("If-Match", value)) == "malformed_if_match", value);
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

TEST_CASE("the answer to a write is no 304, whatever the client has") {
  auto request = with("If-None-Match", "*");
  request.method = "PUT";
  auto changed = answer();
  http::apply_etag(request, changed, "\"1.a\"");
  CHECK(changed.status == 200);
  CHECK(changed.header("ETag") == "\"1.a\"");
}

TEST_CASE("who has the packed form is told by its tag that it holds still") {
  for (const char* known : {"\"1.a-gzip\"", "W/\"1.a-gzip\"", "\"0.b\", \"1.a-gzip\""}) {
    auto response = answer();
    http::apply_etag(with("If-None-Match", known), response, "\"1.a\"");
    CHECK(response.status == 304);
    CHECK(response.header("ETag") == "\"1.a-gzip\"");
  }
}
