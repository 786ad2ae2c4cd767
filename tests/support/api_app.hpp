// A whole service for one test: a fresh database, a clock that the test moves, real HTTP on a free port.
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "app.hpp"
#include "support/temporary_folder.hpp"

namespace support {

constexpr domain::Millis kOneDay = 86'400'000;

using Json = nlohmann::json;

using HeaderMap = std::multimap<std::string, std::string>;

struct Answer {
  int status = 0;
  std::string body;
  HeaderMap headers;

  std::string header(const std::string& name) const;
  std::string etag() const { return header("ETag"); }
  Json json() const;
  std::string code() const { return json().value("code", ""); }
};

// Speaks for one person. Every answer it sees is held against the contract.
class Caller {
 public:
  Caller(int port, std::string token) : port_(port), token_(std::move(token)) {}

  Answer get(const std::string& path, const HeaderMap& headers = {}) const { return send("GET", path, "", headers); }
  Answer post(const std::string& path, const Json& body, const HeaderMap& headers = {}) const;
  // With the ETag that a GET gives now.
  Answer patch(const std::string& path, const Json& body) const;
  Answer put(const std::string& path, const Json& body, const HeaderMap& headers = {}) const;
  Answer remove(const std::string& path) const { return send("DELETE", path, "", {}); }
  Answer send(const std::string& method, const std::string& path, const std::string& body,
              const HeaderMap& headers) const;

  const std::string& token() const { return token_; }
  // The same person at another machine: an address such as 127.0.0.2.
  Caller from(const std::string& address) const;

 private:
  int port_;
  std::string token_;    // empty: none is sent
  std::string address_;  // empty: the usual one
};

// What an export says at its end. address: where to ask.
Json end_of_export(const Caller& caller, const std::string& address);

// Asks for an edition and waits until it is frozen. Gives the edition (200), else the refusal, or the job that failed
// (200, with a "failure"). report: its path.
Answer freeze_edition(const Caller& caller, const std::string& report, const Json& wanted);

// 2026-01-15T09:00:00Z
constexpr domain::Millis kTestNow = 1'768'467'600'000;

class TestApp {
 public:
  TestApp();
  explicit TestApp(const Config& config);
  ~TestApp();
  TestApp(const TestApp&) = delete;
  TestApp& operator=(const TestApp&) = delete;

  Caller admin() const { return {port_, admin_token_}; }
  Caller anonymous() const { return {port_, ""}; }
  Caller with_token(const std::string& token) const { return {port_, token}; }
  int port() const { return port_; }
  std::string database() const { return folder_.file("test.sqlite"); }
  const TemporaryFolder& folder() const { return folder_; }
  App& app() { return *app_; }

  void set_now(domain::Millis now) { now_ = now; }
  void advance(domain::Millis millis) { now_ += millis; }
  // Stops the service and starts it again on the same database, or on what was made of it meanwhile.
  void restart(const std::function<void()>& meanwhile = {});

  // Makes a person with posts such as {{"role", "head"}, {"agency", "labour"}}, and gives their caller.
  Caller person(const std::string& id, const std::vector<Json>& posts) const;
  void agency(const std::string& id) const;

 private:
  void start();
  void stop();
  void check_stored_events();

  TemporaryFolder folder_;
  Config config_;
  std::atomic<domain::Millis> now_{kTestNow};
  std::unique_ptr<App> app_;
  std::thread server_;
  int port_ = 0;
  std::string admin_token_;
};

// A report with its people, ready to be written: section obj-07 is led by `labour`, `health` contributes.
struct ReportFixture {
  explicit ReportFixture(TestApp& app, const std::string& visibility = "own");

  std::string report = "tkm-2026";
  Caller coordinator, ministry, writer, head, contributor, other_writer, other_head, translator, observer;

  std::string path(const std::string& rest = "") const { return "/v1/reports/" + report + rest; }
  std::string section(const std::string& id, const std::string& rest = "") const {
    return path("/sections/" + id + rest);
  }
  // Saves the first or next English text of obj-07 (or another section) as its lead's writer.
  Answer save(const std::string& text, const std::string& id = "obj-07", const std::string& language = "en") const;
  Answer act(const Caller& caller, const std::string& action, const Json& more = Json::object(),
             const std::string& id = "obj-07") const;
  // The newest revisions of a section's texts: {"en": 2, "ru": 1}.
  Json newest(const std::string& id = "obj-07") const;
  // Clears all its texts.
  Answer submit(const Caller& caller, const Json& more = Json::object(), const std::string& id = "obj-07") const;
  // Takes a section with a text, and all its translations, through all steps.
  void approve(const std::string& id = "obj-07") const;
};

}  // namespace support
