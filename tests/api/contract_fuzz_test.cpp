// Every operation of the contract with requests that are not as they should be. The callers of the tests hold each
// answer against the contract: never a 500, never a dropped connection, every refusal a problem that the contract
// describes.
#include <doctest/doctest.h>

#include <map>
#include <set>
#include <utility>
#include <vector>

#include "fuzzed_report.hpp"
#include "support/contains.hpp"
#include "support/sanitized.hpp"

using namespace support;

TEST_CASE("the contract's examples are understood, so that odd requests differ from them in one place only") {
  const Fuzzed fuzzed;
  const auto samples = fuzzed.samples();
  std::string refused;
  for (const auto& operation : operations()) {
    const auto answer = send(fuzzed.app.admin(), samples.fitting(operation));
    const bool misunderstood = answer.status == 422 && answer.code() == "invalid_body";
    if (misunderstood || answer.status == 400 || answer.status == 415)
      refused += operation.operation_id + " " + answer.body + "\n";
  }
  CHECK(refused == "");
}

TEST_CASE("no body makes any operation fail") {
  // A sanitizer, with which all of them take six minutes, sees every third: of each operation and of each oddity some.
  constexpr int kOneIn = kSanitized ? 3 : 1;
  const Fuzzed fuzzed;
  const auto samples = fuzzed.samples();
  int number = 0;
  int refused = 0;
  int sent = 0;
  for (const auto& operation : operations()) {
    if (operation.request_types.empty()) continue;
    for (const auto& probe : samples.with_odd_bodies(operation)) {
      if (++number % kOneIn != 0) continue;
      refused += send(fuzzed.app.admin(), probe).status >= 400 ? 1 : 0;
      ++sent;
    }
  }
  MESSAGE(sent, " sent, ", refused, " refused");
  CHECK(refused > sent / 2);
}

TEST_CASE("a zero byte cannot hide a text from the contract's limits") {
  const Fuzzed fuzzed;
  const auto admin = fuzzed.app.admin();
  const std::string long_text = "x" + std::string(1, '\0') + std::string(1'000'000, 'x');
  const auto in_value = admin.post("/v1/users", {{"id", long_text}, {"name", "x"}});
  CHECK(in_value.status == 400);
  CHECK(in_value.code() == "malformed_json");
  CHECK(admin.post("/v1/users", {{"id", "x"}, {"name", long_text}}).status == 400);
  CHECK(admin.post("/v1/users", {{"id", "x"}, {"name", "x"}, {long_text, 1}}).status == 400);
  CHECK(admin.get("/v1/agencies?cursor=a%00" + std::string(300, 'a')).status == 400);
  CHECK(admin
            .put(fuzzed.fixture.section("obj-07", "/texts/en"), {{"markdown", "the letters \\u0000"}},
                 {{"If-Match", "\"2\""}})
            .status == 200);
}

TEST_CASE("a body of more values or levels than any needs is refused before it is held against its schema") {
  const Fuzzed fuzzed;
  const auto admin = fuzzed.app.admin();
  const auto nested = [](int levels) {
    Json value = "x";
    for (int i = 0; i < levels; ++i) value = Json(Json::array_t{std::exchange(value, nullptr)});
    return value;
  };
  std::vector<Json> too_complex{nested(101)};
  std::vector<Json> just_right{nested(100)};
  if (!kSanitized) {  // it makes minutes of a hundred thousand values
    too_complex.insert(too_complex.end(),
                       {Json(Json::array_t(100'000, 1)), Json(Json::array_t(600'000, Json::object()))});
    just_right.emplace_back(Json::array_t(99'999, 1));
  }
  for (const Json& value : too_complex) {
    const auto refused = admin.post("/v1/users", value);
    CHECK(refused.status == 422);
    CHECK(refused.code() == "body_too_complex");
    CHECK(contains(refused.json().at("detail"), "100000 values"));
  }
  for (const Json& value : just_right) CHECK(admin.post("/v1/users", value).code() == "invalid_body");
}

TEST_CASE("no address makes any operation fail") {
  const Fuzzed fuzzed;
  const auto samples = fuzzed.samples();
  int refused = 0;
  int sent = 0;
  for (const auto& operation : operations()) {
    for (const auto& probe : samples.with_odd_addresses(operation)) {
      refused += send(fuzzed.app.admin(), probe).status >= 400 ? 1 : 0;
      ++sent;
    }
  }
  MESSAGE(sent, " sent, ", refused, " refused");
  CHECK(refused > sent / 2);
}

TEST_CASE("no header makes any operation fail, and a body of a kind that nobody takes is refused as that") {
  const Fuzzed fuzzed;
  const auto samples = fuzzed.samples();
  int unknown_kinds = 0;
  for (const auto& operation : operations()) {
    for (const auto& probe : samples.with_odd_headers(operation)) {
      const auto answer = send(fuzzed.app.admin(), probe);
      const auto type = probe.headers.find("Content-Type");
      if (probe.body.empty() || type == probe.headers.end() || !type->second.starts_with("multipart/")) continue;
      CAPTURE(operation.operation_id);
      CHECK(answer.status == 415);
      ++unknown_kinds;
    }
  }
  CHECK(unknown_kinds > 20);
}

TEST_CASE("wrong methods are refused with the right ones") {
  const Fuzzed fuzzed;
  const auto samples = fuzzed.samples();
  std::map<std::string, std::set<std::string>> methods;  // by path
  for (const auto& operation : operations()) methods[operation.path].insert(operation.method);
  for (const auto& operation : operations()) {
    const auto probe = samples.fitting(operation);
    for (const char* method : {"GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "QUERY", "BREW"}) {
      CAPTURE(method);
      CAPTURE(probe.path);
      const auto answer = fuzzed.app.admin().send(method, probe.path, "", {});
      CHECK((answer.status == 405) != methods.at(operation.path).contains(method));
      if (answer.status != 405) continue;
      CHECK(answer.header("Allow").find(operation.method) != std::string::npos);
      CHECK(answer.code() == "method_not_allowed");
    }
  }
}

TEST_CASE("without a good token every operation that needs one is refused") {
  Fuzzed fuzzed;
  const auto new_token = [&](const Json& more) {
    Json body{{"label", "x"}};
    body.update(more);
    return fuzzed.app.admin().post("/v1/users/admin/tokens", body).json();
  };
  const auto revoked = new_token(Json::object());
  REQUIRE(fuzzed.app.admin().remove("/v1/users/admin/tokens/" + revoked.at("id").dump()).status < 300);
  const auto expired = new_token({{"expires_at", "2026-01-15T10:00:00Z"}});
  fuzzed.app.advance(2 * 3600 * 1000);
  const auto samples = fuzzed.samples();
  int asked = 0;
  for (const auto& operation : operations()) {
    if (!takes_bearer(operation)) continue;
    const auto probe = samples.fitting(operation);
    const std::string address = "127.0.1." + std::to_string(++asked);  // so many wrong tokens are slowed down
    for (const std::string& token :
         {std::string(), std::string("x"), std::string("nr_") + std::string(64, '0'), std::string(3000, 'a'),
          revoked.at("secret").get<std::string>(), expired.at("secret").get<std::string>()}) {
      CHECK(send(fuzzed.app.with_token(token).from(address), probe).status == 401);
    }
    for (const char* header : {"Bearer", "Bearer ", "Basic YTpi", "bearer\tx", "Bearer nr_ nr_", ", ,"}) {
      Probe odd = probe;
      odd.headers.emplace("Authorization", header);
      CHECK(send(fuzzed.app.anonymous().from(address), odd).status == 401);
    }
  }
}

TEST_CASE("a token is only good for its scopes, in every operation") {
  const Fuzzed fuzzed;
  const auto samples = fuzzed.samples();
  for (const char* scope : {"read", "write", "review", "manage", "calendar"}) {
    const auto made = fuzzed.app.admin().post("/v1/users/admin/tokens", {{"label", "x"}, {"scopes", {scope}}});
    REQUIRE(made.status == 201);
    const Caller caller = fuzzed.app.with_token(made.json().at("secret"));
    for (const auto& operation : operations()) {
      if (!takes_bearer(operation) || operation.scope == scope) continue;
      const auto answer = send(caller, samples.fitting(operation));
      CHECK(answer.status == 403);
      CHECK(answer.code() == "scope_missing");
    }
  }
}

TEST_CASE("every role gets an answer of the contract from every operation") {
  const Fuzzed fuzzed;
  const auto samples = fuzzed.samples();
  const auto& f = fuzzed.fixture;
  for (const Caller& caller : {f.observer, f.translator, f.other_head, f.other_writer, f.contributor, f.writer, f.head,
                               f.ministry, f.coordinator, fuzzed.app.admin()}) {
    int served = 0;
    for (const auto& operation : operations()) {
      const auto answer = send(caller, samples.fitting(operation));
      CHECK(answer.status != 401);
      CHECK(answer.status != 405);
      served += answer.status < 300 ? 1 : 0;
      const bool by_link = operation.parameter("secret", "path") != nullptr;
      if (!operation.needs_token) CHECK(answer.status == (by_link ? 404 : 200));
    }
    CHECK(served > 15);
  }
}
