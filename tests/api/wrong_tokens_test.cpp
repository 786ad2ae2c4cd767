// Wrong tokens and wrong bodies: neither their number nor their size is the client's to choose.
#include <doctest/doctest.h>

#include "normal_client.hpp"

using namespace support;

TEST_CASE("wrong access tokens are looked at some hundred times, then slowly, while right ones are served") {
  TestApp app;
  REQUIRE(app.admin().get("/v1/me").status == 200);
  int looked_at = 0;
  int told_to_wait = 0;
  for (int i = 0; i < 600; ++i) {
    const auto answer = app.with_token("nr_wrong_" + std::to_string(i)).get("/v1/me");
    looked_at += answer.status == 401 ? 1 : 0;
    told_to_wait += answer.status == 429 && answer.code() == "too_many_wrong_tokens" ? 1 : 0;
    if (answer.status == 429) CHECK_FALSE(answer.header("Retry-After").empty());
  }
  CHECK(looked_at + told_to_wait == 600);
  CHECK(looked_at >= 300);
  CHECK(told_to_wait > 0);
  CHECK(app.admin().get("/v1/me").status == 200);
  CHECK(app.anonymous().get("/healthz").status == 200);
}

TEST_CASE("a body with ninety thousand unknown fields is refused in a few kilobytes") {
  TestApp app;
  Json body{{"id", "labour"}, {"title", {{"en", "Labour"}}}};
  for (int i = 0; i < 90'000; ++i) body["f" + std::to_string(i)] = 1;
  const auto answer = app.admin().post("/v1/agencies", body);
  CHECK(answer.status == 422);
  CHECK(answer.body.size() < 64'000);
  CHECK(answer.json().at("errors").size() == 101);
}
