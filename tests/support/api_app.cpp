#include "support/api_app.hpp"

#include <doctest/doctest.h>
#include <httplib.h>
#include <spdlog/spdlog.h>

#include "store/log/events.hpp"
#include "support/api_contract.hpp"
#include "usecases/operation/told_events.hpp"

namespace support {
namespace {

// The library makes some constants at first use, in code that ThreadSanitizer cannot look into: it would take what is
// guarded for a race. They are made here, before there are threads that share them.
void make_library_constants() {
  httplib::Server server;
  server.Post("/", [](const httplib::Request&, httplib::Response& answer) { answer.set_content("x", "text/plain"); });
  const int port = server.bind_to_any_port("127.0.0.1");
  std::thread serving([&] { server.listen_after_bind(); });
  httplib::Client client("127.0.0.1", port);
  const auto answer = client.Post("/?a=b", "x", "text/plain");
  server.stop();
  serving.join();
  REQUIRE(answer);
}

Config test_config(const TemporaryFolder& folder, Config config) {
  config.database = folder.file("test.sqlite");
  config.host = "127.0.0.1";
  config.port = 0;
  if (config.max_threads == Config().max_threads) config.max_threads = 64;
  // Real programs take seconds: a test that wants them gives their paths.
  if (config.pandoc == Config().pandoc) config.pandoc = "no-pandoc-in-this-test";
  if (config.typst == Config().typst) config.typst = "no-typst-in-this-test";
  if (config.rsvg_convert == Config().rsvg_convert) config.rsvg_convert = "no-rsvg-convert-in-this-test";
  if (config.soffice == Config().soffice) config.soffice = "no-soffice-in-this-test";
  return config;
}

}  // namespace

std::string Answer::header(const std::string& name) const {
  for (const auto& [known, value] : headers) {
    if (known.size() == name.size() && strcasecmp(known.c_str(), name.c_str()) == 0) return value;
  }
  return "";
}

Json Answer::json() const {
  auto parsed = Json::parse(body, nullptr, false);
  REQUIRE_MESSAGE(!parsed.is_discarded(), "no JSON: ", body);
  return parsed;
}

Answer Caller::send(const std::string& method, const std::string& path, const std::string& body,
                    const HeaderMap& headers) const {
  httplib::Client client("127.0.0.1", port_);
  if (!address_.empty()) client.set_interface(address_);
  client.set_read_timeout(180);  // longer than a converter may take on a busy machine
  httplib::Request request;
  request.method = method;
  request.path = path;
  request.body = body;
  for (const auto& [name, value] : headers) request.headers.emplace(name, value);
  if (!token_.empty()) request.headers.emplace("Authorization", "Bearer " + token_);
  const auto result = client.send(request);
  REQUIRE_MESSAGE(result, method, " ", path, ": no answer, ", httplib::to_string(result.error()));
  Answer answer{result->status, result->body, {}};
  for (const auto& [name, value] : result->headers) answer.headers.emplace(name, value);
  check_against_contract(method, path, answer);
  return answer;
}

Answer Caller::post(const std::string& path, const Json& body, const HeaderMap& headers) const {
  HeaderMap all = headers;
  all.emplace("Content-Type", "application/json");
  return send("POST", path, body.dump(), all);
}

Caller Caller::from(const std::string& address) const {
  Caller other = *this;
  other.address_ = address;
  return other;
}

Answer Caller::put(const std::string& path, const Json& body, const HeaderMap& headers) const {
  HeaderMap all = headers;
  all.emplace("Content-Type", "application/json");
  return send("PUT", path, body.dump(), all);
}

Answer Caller::patch(const std::string& path, const Json& body) const {
  return send("PATCH", path, body.dump(),
              {{"Content-Type", "application/merge-patch+json"}, {"If-Match", get(path).etag()}});
}

Json end_of_export(const Caller& caller, const std::string& address) {
  while (true) {
    const auto answer = caller.get(address + "?wait=10");
    Json told = answer.json();
    if (answer.status != 200 || !told.at("finished_at").is_null()) return told;
  }
}

Answer freeze_edition(const Caller& caller, const std::string& report, const Json& wanted) {
  auto asked = caller.post(report + "/editions", wanted);
  if (asked.status != 202) return asked;
  const std::string address = asked.header("Location");
  const Json job = end_of_export(caller, address);
  if (job.at("state") != "done") return caller.get(address);
  return caller.get(report + "/editions/" + job.at("edition").at("edition").dump());
}

TestApp::TestApp() : TestApp(Config{}) {}

TestApp::TestApp(const Config& config) : config_(test_config(folder_, config)) {
  spdlog::set_level(spdlog::level::err);
  static const bool once = (make_library_constants(), true);
  static_cast<void>(once);
  start();
  admin_token_ = app_->first_token().value();
}

TestApp::~TestApp() {
  check_stored_events();
  stop();
}

// What no test asks for is what somebody subscribes to.
void TestApp::check_stored_events() {
  app_->service().database().read([](store::ReadTx& tx) {
    store::visit_events(tx, [](const domain::Event& event) {
      const auto told = usecases::tell(event);
      const std::string wrong = wrong_event(told.event.type, Json::parse(told.event.data));
      CHECK_MESSAGE(wrong.empty(), told.event.type, " is not as in the contract:", wrong, "\n", told.event.data);
      return true;
    });
  });
}

void TestApp::start() {
  app_ = std::make_unique<App>(config_, [this] { return now_.load(); });
  port_ = app_->bind();
  server_ = std::thread([this] { app_->run(); });
}

void TestApp::stop() {
  app_->stop();
  server_.join();
  app_.reset();
}

void TestApp::restart(const std::function<void()>& meanwhile) {
  stop();
  if (meanwhile) meanwhile();
  start();
}

Caller TestApp::person(const std::string& id, const std::vector<Json>& posts) const {
  REQUIRE(admin().post("/v1/users", {{"id", id}, {"name", "Sample " + id}}).status == 201);
  for (const Json& post : posts) REQUIRE(admin().post("/v1/users/" + id + "/posts", post).status == 201);
  const auto token = admin().post("/v1/users/" + id + "/tokens", {{"label", "test"}});
  REQUIRE(token.status == 201);
  return with_token(token.json().at("secret"));
}

void TestApp::agency(const std::string& id) const {
  const Json body{{"id", id}, {"title", {{"en", "Ministry of " + id}, {"ru", "Министерство " + id}}}};
  REQUIRE(admin().post("/v1/agencies", body).status == 201);
}

namespace {

Json post_of(const std::string& role, const std::string& agency) { return {{"role", role}, {"agency", agency}}; }

TestApp& with_agencies(TestApp& app) {
  for (const char* id : {"labour", "health", "interior"}) app.agency(id);
  return app;
}

}  // namespace

ReportFixture::ReportFixture(TestApp& app, const std::string& visibility)
    : coordinator(with_agencies(app).person("coordinator", {{{"role", "coordinator"}}})),
      ministry(app.person("ministry", {{{"role", "reviewer"}, {"step", "foreign-ministry"}}})),
      writer(app.person("writer", {post_of("contributor", "labour")})),
      head(app.person("head", {post_of("head", "labour")})),
      contributor(app.person("contributor", {post_of("contributor", "health")})),
      other_writer(app.person("other-writer", {post_of("contributor", "interior")})),
      other_head(app.person("other-head", {post_of("head", "interior")})),
      translator(app.person("translator", {{{"role", "translator"}}})),
      observer(app.person("observer", {{{"role", "observer"}}})) {
  const Json body{{"id", report},
                  {"format", "gcm-imrf"},
                  {"country", "TKM"},
                  {"title", {{"en", "National report"}, {"ru", "Национальный доклад"}, {"tk", "Milli hasabat"}}},
                  {"forum_date", "2026-05-05"},
                  {"languages", {"en", "ru", "tk"}},
                  {"source_language", "en"},
                  {"visibility", visibility},
                  {"time_zone", "Asia/Ashgabat"}};
  REQUIRE(coordinator.post("/v1/reports", body).status == 201);
  REQUIRE(coordinator.patch(section("obj-07"), {{"lead", "labour"}, {"contributors", {"health"}}}).status == 200);
  REQUIRE(coordinator.patch(section("obj-08"), {{"lead", "interior"}}).status == 200);
}

Answer ReportFixture::save(const std::string& text, const std::string& id, const std::string& language) const {
  const Caller& caller = id == "obj-08" ? other_writer : writer;
  const std::string path = section(id, "/texts/" + language);
  const auto present = caller.get(path);
  HeaderMap headers{{"If-None-Match", "*"}};
  if (present.status == 200) headers = {{"If-Match", present.etag()}};
  return caller.put(path, {{"markdown", text}}, headers);
}

Answer ReportFixture::act(const Caller& caller, const std::string& action, const Json& more,
                          const std::string& id) const {
  Json body = more;
  body["action"] = action;
  return caller.post(section(id, "/transitions"), body);
}

Json ReportFixture::newest(const std::string& id) const {
  Json named = Json::object();
  const Json texts = coordinator.get(section(id)).json().at("texts");
  for (const auto& text : texts) named[text.at("language").get<std::string>()] = text.at("revision");
  return named;
}

Answer ReportFixture::submit(const Caller& caller, const Json& more, const std::string& id) const {
  Json body{{"revisions", newest(id)}};
  body.update(more);
  return act(caller, "submit", body, id);
}

void ReportFixture::approve(const std::string& id) const {
  const Json named{{"revisions", newest(id)}};
  REQUIRE(submit(id == "obj-08" ? other_head : head, Json::object(), id).status == 201);
  REQUIRE(act(coordinator, "approve", named, id).status == 201);
  REQUIRE(act(ministry, "approve", named, id).status == 201);
}

}  // namespace support
