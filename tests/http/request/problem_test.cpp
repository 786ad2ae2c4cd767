#include "http/request/problem.hpp"

#include <doctest/doctest.h>

using domain::Error;
using domain::Fault;
using domain::Message;
using domain::say;
using enum domain::ErrorCode;

TEST_CASE("each kind of error has its status") {
  CHECK(http::status_of(malformed) == 400);
  CHECK(http::status_of(unauthenticated) == 401);
  CHECK(http::status_of(forbidden) == 403);
  CHECK(http::status_of(not_found) == 404);
  CHECK(http::status_of(conflict) == 409);
  CHECK(http::status_of(stale) == 412);
  CHECK(http::status_of(invalid) == 422);
  CHECK(http::status_of(unavailable) == 503);
  CHECK(http::status_of(storage_full) == 507);
}

TEST_CASE("a refusal says what, where and under which request") {
  http::Request request;
  request.id = "r-1";
  const auto response =
      http::problem(Error(invalid, "invalid_body", say("Some fields are wrong."))
                        .with(std::vector<domain::Finding>{{"/id", Fault::missing, say("is missing")}}),
                    request);
  CHECK(response.status == 422);
  CHECK(response.header("Content-Type") == "application/problem+json");
  const auto body = http::Json::parse(*response.body);
  CHECK(body.at("title") == "Unprocessable Content");
  CHECK(body.at("status") == 422);
  CHECK(body.at("detail") == "Some fields are wrong.");
  CHECK(body.at("code") == "invalid_body");
  CHECK(body.at("request_id") == "r-1");
  CHECK(body.at("errors") ==
        http::Json::parse(R"([{"in": "body", "pointer": "/id", "code": "missing", "message": "is missing"}])"));
}

TEST_CASE("each wrong place says in which part of the request it is") {
  const auto body = http::problem_json(
      Error(invalid, "x", say("x"))
          .with({{"", Fault::wrong_type, say("must be {0}", say("an object"))},
                 {"limit", Fault::out_of_range, say("must be at most {0}", 100)},
                 {"report", Fault::wrong_form, say("does not have the right form"), domain::Where::path},
                 {"Idempotency-Key", Fault::wrong_form, say("x"), domain::Where::header}}),
      422, "", http::Speech({}));
  const auto& errors = body.at("errors");
  CHECK(errors.at(0).at("in") == "body");
  CHECK(errors.at(0).at("pointer") == "");
  CHECK_FALSE(errors.at(0).contains("parameter"));
  CHECK(errors.at(1).at("in") == "query");
  CHECK(errors.at(1).at("parameter") == "limit");
  CHECK_FALSE(errors.at(1).contains("pointer"));
  CHECK(errors.at(2).at("in") == "path");
  CHECK(errors.at(3).at("in") == "header");
  CHECK(errors.at(3).at("parameter") == "Idempotency-Key");
}

TEST_CASE("details and possible actions go along, numbers as numbers") {
  const auto stale_body =
      http::problem_json(Error(stale, "stale", say("x"))
                             .with(domain::ErrorDetail{"current_revision", 7})
                             .with(domain::ErrorDetail{"saved_by", domain::Author{"aman", "Aman A.", "labour", "head"}})
                             .with_actions({}),
                         412, "", http::Speech({}));
  CHECK(stale_body.at("current_revision") == 7);
  CHECK(stale_body.at("saved_by") ==
        http::Json{{"user", "aman"}, {"name", "Aman A."}, {"agency", "labour"}, {"role", "head"}, {"for", nullptr}});
  CHECK(stale_body.at("allowed_actions") == http::Json::array());
  CHECK_FALSE(
      http::problem_json(Error(stale, "stale", say("x")), 412, "", http::Speech({})).contains("allowed_actions"));
}

TEST_CASE("a refusal carries the headers that its status asks for") {
  const http::Request request;
  CHECK(http::problem(Error(unauthenticated, "x", say("x")), request).header("WWW-Authenticate") == "Bearer");
  CHECK(http::problem(Error(unauthenticated, "invalid_token", say("x")), request).header("WWW-Authenticate") ==
        "Bearer error=\"invalid_token\"");
  CHECK(http::problem(Error(forbidden, "x", say("x")), request).header("WWW-Authenticate").empty());
  CHECK(http::problem(Error(unavailable, "x", say("x")), request).header("Retry-After") == "5");
  CHECK(http::problem(Error(storage_full, "x", say("x")), request).header("Retry-After") == "5");
  CHECK(http::problem(Error(conflict, "x", say("x")), request).header("Retry-After").empty());
}

TEST_CASE("a refusal that quotes bytes that are not UTF-8 is still JSON") {
  const auto response = http::problem(404, "x", Message::verbatim("there is no \xff here"), {});
  CHECK(http::Json::parse(*response.body).at("detail") == "there is no \xEF\xBF\xBD here");
}

TEST_CASE("a refusal stays small, however much was wrong and however long what it quotes") {
  std::string cyrillic;
  while (cyrillic.size() < 100'000) cyrillic += "ы";
  std::vector<domain::Finding> findings;
  for (int i = 0; i < 130'000; ++i)
    findings.push_back({"/" + std::to_string(i), Fault::unknown, say("is not known here")});
  findings[0] = {"/" + cyrillic, Fault::unknown, say("is '{0}'", cyrillic)};
  const auto response = http::problem(Error(invalid, "invalid_body", Message::verbatim("x" + cyrillic))
                                          .with(domain::ErrorDetail{"saved_at", cyrillic})
                                          .with(std::move(findings)),
                                      {});
  CHECK(response.body->size() < 32'000);
  CHECK(response.body->find("\xEF\xBF\xBD") == std::string::npos);
  const auto body = http::Json::parse(*response.body);
  CHECK(body.at("errors").size() == 101);
  CHECK(body.at("errors").at(99).at("pointer") == "/99");
  CHECK(body.at("errors").at(100).at("message") == "There are more; they will be shown once these are corrected.");
}

TEST_CASE("a hundred wrong places are all told") {
  const std::vector<domain::Finding> findings(100, {"/id", Fault::missing, say("is missing")});
  CHECK(http::problem_json(Error(invalid, "x", say("x")).with(std::vector(findings)), 422, "", http::Speech({}))
            .at("errors")
            .size() == 100);
}
