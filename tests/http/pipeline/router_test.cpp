#include "http/pipeline/router.hpp"

#include <doctest/doctest.h>

namespace {

const http::Router& router() {
  static const http::Router one(http::Contract::instance(), http::operation_handlers());
  return one;
}

std::string operation_at(std::string_view method, std::string_view path) {
  const auto match = router().match(method, path);
  return match.route == nullptr ? "" : match.route->operation->operation_id;
}

}  // namespace

TEST_CASE("a path and a method stand for one operation, with the parameters of the path") {
  const auto match = router().match("PUT", "/v1/reports/tkm-2026/sections/obj-07/texts/en");
  REQUIRE(match.route != nullptr);
  CHECK(match.route->operation->operation_id == "save_text");
  CHECK(match.route->handler != nullptr);
  const std::vector<std::pair<std::string, std::string>> expected{
      {"report", "tkm-2026"}, {"section", "obj-07"}, {"language", "en"}};
  CHECK(match.path == expected);
}

TEST_CASE("a parameter may have a fixed ending, which is no part of its value") {
  const auto match = router().match("GET", "/v1/reports/tkm-2026/forms/labour.docx");
  REQUIRE(match.route != nullptr);
  CHECK(match.route->operation->operation_id == "get_form");
  const std::vector<std::pair<std::string, std::string>> expected{{"report", "tkm-2026"}, {"agency", "labour"}};
  CHECK(match.path == expected);
  for (const char* other : {"labour", "labour.pdf", ".docx", "docx"}) {
    CHECK(operation_at("GET", "/v1/reports/tkm-2026/forms/" + std::string(other)) == "");
  }
}

TEST_CASE("operations without a token have no handler in the table") {
  const auto match = router().match("GET", "/healthz");
  REQUIRE(match.route != nullptr);
  CHECK(match.route->handler == nullptr);
}

TEST_CASE("fixed paths are told apart from parameters") {
  CHECK(operation_at("GET", "/v1/reports/a/document.md") == "get_document_md");
  CHECK(operation_at("GET", "/v1/reports/a/document.html") == "get_document_html");
  CHECK(operation_at("GET", "/v1/reports/a/document.doc") == "");
}

TEST_CASE("a name goes before a parameter in the same place") {
  const std::string edition = "/v1/reports/a/editions/1/";
  CHECK(operation_at("GET", edition + "manifest.json") == "get_edition_file");
  CHECK(operation_at("POST", edition + "withdrawal") == "withdraw_edition");
  const auto match = router().match("GET", edition + "withdrawal");
  CHECK(match.route == nullptr);
  CHECK(match.allowed == std::vector<std::string>{"POST"});
}

TEST_CASE("a path with another method tells the methods that it has") {
  const auto match = router().match("DELETE", "/v1/agencies");
  CHECK(match.route == nullptr);
  CHECK(match.allowed == std::vector<std::string>{"GET", "POST"});
}

TEST_CASE("a path that is not quite one is none") {
  for (const char* path : {"", "v1/me", "/v1/me/", "//v1/me", "/v1//me", "/V1/me", "/v1/users//posts", "/v1/users/",
                           "/v2", "/v1/me/x", "*"}) {
    CAPTURE(path);
    CHECK(router().match("GET", path).allowed.empty());
  }
}

TEST_CASE("every operation of the contract is found at its own path") {
  REQUIRE(http::Contract::instance().operations().size() > 80);
  for (const auto& operation : http::Contract::instance().operations()) {
    CHECK(operation_at(operation.method, operation.path) == operation.operation_id);
  }
}
