#include <doctest/doctest.h>

#include <set>

#include "http/contract/contract.hpp"
#include "http/resources/operations.hpp"
#include "support/api_app.hpp"
#include "support/golden.hpp"
#include "support/raw_client.hpp"

using namespace support;

namespace {

// What differs from run to run is taken out.
std::string steady(const Answer& answer) {
  auto json = answer.json();
  CHECK_FALSE(json.at("request_id").get<std::string>().empty());
  json["request_id"] = "(request id)";
  return json.dump(2) + "\n";
}

}  // namespace

TEST_CASE("the operations of the contract and the functions of the service are the same") {
  std::set<std::string> for_people;  // all others tell of the service itself
  for (const auto& operation : http::Contract::instance().operations()) {
    const bool by_link = operation.parameter("secret", "path") != nullptr;
    if (operation.needs_token || by_link) for_people.insert(operation.operation_id);
  }
  std::set<std::string> functions;
  for (const auto& handler : http::operation_handlers()) functions.emplace(handler.operation_id);
  CHECK(for_people == functions);
}

TEST_CASE("health, readiness, metrics and the contract need no token") {
  TestApp app;
  const auto anyone = app.anonymous();
  CHECK(anyone.get("/healthz").json() == Json{{"status", "ok"}});
  CHECK(anyone.get("/readyz").status == 200);
  CHECK(anyone.get("/openapi.json").json().at("openapi").get<std::string>().starts_with("3.1"));
  CHECK(anyone.get("/openapi.yaml").body.find("\nopenapi: 3.1") != std::string::npos);
  CHECK(anyone.get("/metrics").body.find("national_report_requests_total{route=\"get_health\",status=\"200\"} 1") !=
        std::string::npos);
}

TEST_CASE("who has nothing but the address is told what this is, and where the contract is") {
  TestApp app;
  const auto anyone = app.anonymous();
  const Json page = anyone.get("/").json();
  CHECK(page.at("service") == "national-report");
  CHECK(page.at("version") == anyone.get("/openapi.json").json().at("info").at("version"));
  for (const char* place : {"contract", "contract_json", "health"}) CHECK(anyone.get(page.at(place)).status == 200);
  CHECK(app.admin().get(page.at("whoami")).status == 200);
  CHECK(anyone.send("POST", "/", "", {}).status == 405);
}

TEST_CASE("every link of a version leads to what its name says") {
  TestApp app;
  const Json page = app.anonymous().get("/v1").json();
  CHECK(page.at("version") == app.anonymous().get("/").json().at("version"));
  CHECK(page.at("links").size() == 6);
  for (const auto& [name, address] : page.at("links").items()) {
    CHECK(address == "/v1/" + name);
    CHECK(app.admin().get(address).status == 200);
    CHECK(app.anonymous().get(address).status == 401);
  }
}

TEST_CASE("the metrics have figures of the process, of the build and of every converter, each described") {
  TestApp app;
  const std::string text = app.anonymous().get("/metrics").body;
  for (const std::string family :
       {"process_cpu_seconds_total", "process_resident_memory_bytes", "process_open_fds", "process_max_fds",
        "process_start_time_seconds", "national_report_build_info", "national_report_sections",
        "national_report_conversions_running", "national_report_conversions_waiting",
        "national_report_conversions_total", "national_report_conversions_failed_total",
        "national_report_conversions_refused_total", "national_report_conversion_seconds_total"}) {
    CAPTURE(family);
    CHECK(text.find("# HELP " + family + " ") != std::string::npos);
    CHECK(text.find("# TYPE " + family + " ") != std::string::npos);
  }
  CHECK(text.find("national_report_build_info{version=\"0.1.0\",build=\"") != std::string::npos);
  for (const std::string program : {"pandoc", "typst", "rsvg-convert", "soffice"}) {
    CHECK(text.find("national_report_conversions_total{program=\"" + program + "\"} 0\n") != std::string::npos);
  }
}

TEST_CASE("a wrong method is told which ones are right, a wrong address that there is nothing") {
  TestApp app;
  const auto answer = app.admin().send("DELETE", "/v1/agencies", "", {});
  CHECK(answer.status == 405);
  CHECK(answer.header("Allow") == "GET, POST, HEAD, OPTIONS");
  CHECK(app.admin().get("/v1/nothing").status == 404);
  CHECK(app.admin().get("//").status == 404);
}

TEST_CASE("a body is refused with the place of every wrong field") {
  TestApp app;
  const auto refused =
      app.admin().post("/v1/agencies", {{"id", "Not A Key"}, {"title", Json::object()}, {"colour", "red"}});
  CHECK(refused.status == 422);
  support::check_golden("refused-422.json", steady(refused));
  CHECK(app.admin().send("POST", "/v1/agencies", "{\"id\": ", {{"Content-Type", "application/json"}}).status == 400);
  CHECK(app.admin().send("POST", "/v1/agencies", "id=x", {{"Content-Type", "text/plain"}}).status == 415);
}

TEST_CASE("a stale write is refused in words that an official understands") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("one").status == 201);
  REQUIRE(f.save("two").status == 200);
  const auto refused =
      f.contributor.put(f.section("obj-07", "/texts/en"), {{"markdown", "x"}}, {{"If-Match", "\"1\""}});
  CHECK(refused.status == 412);
  support::check_golden("refused-412.json", steady(refused));
}

TEST_CASE("a POST repeated with its Idempotency-Key is carried out once and answered twice") {
  TestApp app;
  const Json agency{{"id", "labour"}, {"title", {{"en", "Labour"}}}};
  const HeaderMap key{{"Idempotency-Key", "k-1"}};
  const auto first = app.admin().post("/v1/agencies", agency, key);
  const auto again = app.admin().post("/v1/agencies", agency, key);
  CHECK(first.status == 201);
  CHECK(again.status == 201);
  CHECK(again.body == first.body);
  CHECK(app.admin().post("/v1/agencies", {{"id", "health"}, {"title", {{"en", "Health"}}}}, key).status == 422);
  app.advance(24LL * 3600 * 1000 + 1);
  CHECK(app.admin().post("/v1/agencies", agency, key).status == 409);
}

TEST_CASE("an Idempotency-Key stands for one request: its address, its query, its body and its sender") {
  TestApp app;
  const ReportFixture f(app);
  app.person("first", {});
  app.person("second", {});
  const HeaderMap key{{"Idempotency-Key", "k-1"}};
  const Json observer{{"role", "observer"}};
  REQUIRE(app.admin().post("/v1/users/first/posts", observer, key).status == 201);
  CHECK(app.admin().post("/v1/users/second/posts", observer, key).code() == "idempotency_key_reused");
  CHECK(app.admin().post("/v1/users/first/posts", {{"role", "admin"}}, key).code() == "idempotency_key_reused");
  const Json promise{{"text", {{"en", "Train judges."}}}};
  REQUIRE(f.coordinator.post(f.path("/promises"), promise, key).status == 201);
  const auto yaml = f.coordinator.send("GET", "/v1/formats/gcm-imrf", "", {{"Accept", "application/yaml"}}).body + "\n";
  const HeaderMap headers{{"Content-Type", "application/yaml"}, {"Idempotency-Key", "k-2"}};
  REQUIRE(f.coordinator.send("POST", "/v1/formats?dry_run=true", yaml, headers).status == 200);
  CHECK(f.coordinator.send("POST", "/v1/formats", yaml, headers).code() == "idempotency_key_reused");
}

TEST_CASE("what is for one reader stays out of shared caches, and a document lets nothing in a page run or load") {
  TestApp app;
  const ReportFixture f(app);
  for (const char* path : {"/status", "/document.md", "/document.html", "/document.json"}) {
    CAPTURE(path);
    for (int round = 0; round < 2; ++round) {  // made, and from memory
      const auto answer = f.coordinator.get(f.path(path));
      CHECK(answer.header("Cache-Control") == "private, no-cache");
      if (std::string(path) != "/status")
        CHECK(answer.header("Vary") == "Accept-Language, Authorization, Accept-Encoding");
    }
  }
  CHECK(f.coordinator.get(f.path("/document.html")).header("Content-Security-Policy") ==
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:");
}

TEST_CASE("OPTIONS tells what an address takes, to anybody, and 405 and 415 what a patch is") {
  TestApp app;
  const auto list = app.anonymous().send("OPTIONS", "/v1/agencies", "", {});
  CHECK(list.status == 204);
  CHECK(list.body.empty());
  CHECK(list.header("Allow") == "GET, POST, HEAD, OPTIONS");
  CHECK(list.header("Accept-Patch").empty());
  for (const char* method : {"OPTIONS", "DELETE"}) {
    const auto one = app.admin().send(method, "/v1/agencies/none", "", {});
    CHECK(one.header("Allow") == "GET, PATCH, HEAD, OPTIONS");
    CHECK(one.header("Accept-Patch") == "application/merge-patch+json");
  }
  const auto refused = app.admin().send("PATCH", "/v1/agencies/none", "x", {{"Content-Type", "text/plain"}});
  CHECK(refused.status == 415);
  CHECK(refused.header("Accept-Patch") == "application/merge-patch+json");
  CHECK(app.anonymous().send("OPTIONS", "/v1/nothing", "", {}).status == 404);
}

TEST_CASE("an answer without a body has no length of one") {
  TestApp app;
  RawClient client(app.port());
  client.send("OPTIONS /v1/me HTTP/1.1\r\nHost: x\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
  const std::string options = client.receive_answer();
  CHECK(status_of(options) == 204);
  CHECK(options.find("Content-Length") == std::string::npos);
  CHECK(status_of(client.receive_answer()) == 200);
}

TEST_CASE("a read answer depends on who asks, and one that holds a secret is stored nowhere") {
  TestApp app;
  for (const char* path : {"/v1/me", "/v1/agencies", "/v1/users/admin"}) {
    CHECK(app.admin().get(path).header("Vary") == "Authorization, Accept-Encoding");
  }
  CHECK(app.anonymous().get("/v1/me").header("Vary") == "Accept-Language, Authorization, Accept-Encoding");
  CHECK(app.anonymous().get("/openapi.json").header("Vary") == "Accept-Encoding");
  const auto token = app.admin().post("/v1/users/admin/tokens", {{"label", "x"}});
  CHECK(token.header("Cache-Control") == "no-store");
}

TEST_CASE("who comes without a token is asked for one, and who comes with a bad one is told what is wrong") {
  TestApp app;
  CHECK(app.anonymous().get("/v1/me").header("WWW-Authenticate") == "Bearer");
  CHECK(app.with_token("nr_wrong").get("/v1/me").header("WWW-Authenticate") == "Bearer error=\"invalid_token\"");
  const auto reader = app.admin().post("/v1/users/admin/tokens", {{"label", "x"}, {"scopes", {"read"}}});
  const auto refused = app.with_token(reader.json().at("secret")).post("/v1/agencies", {{"id", "x"}});
  CHECK(refused.status == 403);
  CHECK(refused.header("WWW-Authenticate") == "Bearer error=\"insufficient_scope\"");
}

TEST_CASE("the secret of a token is not kept for a repetition") {
  TestApp app;
  const HeaderMap key{{"Idempotency-Key", "k-1"}};
  const auto first = app.admin().post("/v1/users/admin/tokens", {{"label", "x"}}, key);
  CHECK(first.status == 201);
  const auto again = app.admin().post("/v1/users/admin/tokens", {{"label", "x"}}, key);
  CHECK(again.status == 409);
  CHECK(again.code() == "secret_shown_once");
}

TEST_CASE("a format is stored once, versioned, and a report keeps the version it was made from") {
  TestApp app;
  const ReportFixture f(app);
  const auto source = f.coordinator.send("GET", "/v1/formats/gcm-imrf", "", {{"Accept", "application/yaml"}}).body;
  const HeaderMap yaml{{"Content-Type", "application/yaml"}};
  CHECK(f.coordinator.send("POST", "/v1/formats", source, yaml).status == 200);
  CHECK(f.coordinator.send("POST", "/v1/formats?dry_run=true", source + "\n# changed\n", yaml)
            .json()
            .at("version")
            .is_null());
  const auto stored = f.coordinator.send("POST", "/v1/formats", source + "\n# changed\n", yaml);
  CHECK(stored.status == 201);
  CHECK(stored.json().at("version") == 2);
  CHECK(f.coordinator.get("/v1/formats/gcm-imrf").json().at("version") == 2);
  CHECK(f.coordinator.get(f.path()).json().at("format") == Json{{"id", "gcm-imrf"}, {"version", 1}});
  const auto refused = f.coordinator.send("POST", "/v1/formats", "key: x\noutline: []\n", yaml);
  CHECK(refused.status == 422);
  CHECK(refused.json().at("errors").size() > 1);
  CHECK(f.writer.send("POST", "/v1/formats", source, yaml).status == 403);
}

TEST_CASE("the three shipped formats are there from the start") {
  TestApp app;
  std::set<std::string> ids;
  const auto formats = app.admin().get("/v1/formats").json();
  for (const auto& item : formats.at("items")) ids.insert(item.at("id"));
  CHECK(ids == std::set<std::string>{"gcm-imrf", "sdg-vnr", "upr"});
}

TEST_CASE("a merge patch may be sent as plain JSON, and as no other kind of text") {
  TestApp app;
  REQUIRE(app.admin().post("/v1/agencies", {{"id", "labour"}, {"title", {{"en", "Labour"}}}}).status == 201);
  const auto patch = [&](const std::string& type, const std::string& title) {
    const HeaderMap headers{{"Content-Type", type}, {"If-Match", app.admin().get("/v1/agencies/labour").etag()}};
    return app.admin().send("PATCH", "/v1/agencies/labour", Json{{"title", {{"en", title}}}}.dump(), headers);
  };
  for (const char* type : {"application/merge-patch+json", "application/json", "Application/JSON; charset=utf-8"})
    CHECK(patch(type, type).json()["title"]["en"] == type);
  CHECK(patch("text/plain", "x").status == 415);
  CHECK(patch("application/json-patch+json", "x").status == 415);
}
