// The composition root: puts database, use cases, operations and server together from a checked configuration.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "config.hpp"
#include "http/connection/server.hpp"
#include "http/pipeline/api.hpp"
#include "store/database/lock.hpp"
#include "usecases/frame/service.hpp"
#include "usecases/mail/smtp.hpp"

class App {
 public:
  // Opens (or makes) the database, stores the shipped formats. Errors: domain::Error, or what the database says.
  explicit App(const Config& config, store::Clock clock = {});
  ~App();
  App(const App&) = delete;
  App& operator=(const App&) = delete;

  // Binds the port; gives the one that was bound. Errors: std::runtime_error saying why not.
  int bind();
  // Answers requests until stop(); then finishes those under way and moves the log into the database file.
  void run();
  // From any thread; signal handlers use a pipe instead (see main.cpp).
  void stop();

  // The secret of the first admin token, where the database was empty.
  const std::optional<std::string>& first_token() const { return first_token_; }
  usecases::Service& service() { return *service_; }
  // "http://127.0.0.1:8080"
  std::string url() const;

 private:
  class Ticker;

  Config config_;
  std::optional<usecases::SmtpOptions> smtp_;  // nothing: no mail is sent
  store::DatabaseLock lock_;
  std::unique_ptr<usecases::Service> service_;
  std::unique_ptr<http::Api> api_;
  std::unique_ptr<http::Server> server_;
  std::optional<std::string> first_token_;
  int port_ = 0;
};

// The clock of the machine, in milliseconds.
domain::Millis system_clock_now();
