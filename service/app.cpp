#include "app.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <thread>

#include "descriptors.hpp"
#include "http/contract/contract.hpp"
#include "http/request/problem.hpp"
#include "log.hpp"
#include "mail_config.hpp"
#include "store/database/file.hpp"
#include "usecases/exports/export_worker.hpp"
#include "usecases/mail/mail_sender.hpp"
#include "usecases/operation/first_start.hpp"
#include "usecases/operation/housekeeping.hpp"
#include "usecases/reminders/mail_revision.hpp"
#include "usecases/reports/formats.hpp"

// Does something once a minute, on a thread of its own, until it is destroyed.
class App::Ticker {
 public:
  explicit Ticker(std::function<void()> task) : thread_([this, task = std::move(task)] { loop(task); }) {}
  ~Ticker() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    wake_.notify_all();
    thread_.join();
  }
  Ticker(const Ticker&) = delete;
  Ticker& operator=(const Ticker&) = delete;

 private:
  void loop(const std::function<void()>& task) {
    std::unique_lock lock(mutex_);
    while (!wake_.wait_for(lock, std::chrono::minutes(1), [this] { return stopping_; })) {
      lock.unlock();
      task();
      lock.lock();
    }
  }

  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;
  std::thread thread_;
};

namespace {

void tidy(usecases::Service& service) {
  try {
    usecases::keep_house(service);
  } catch (const std::exception& error) {
    log_error("token uses not saved, or what is over not forgotten", error.what());
  }
}

// The configured connections and threads, or as many as the system has descriptors for.
Config fitted(Config config) {
  const std::size_t descriptors = raise_descriptor_limit();
  const Demand given = fit_into(
      descriptors, {static_cast<std::size_t>(config.max_connections), static_cast<std::size_t>(config.max_threads),
                    static_cast<std::size_t>(config.converters)});
  const auto connections = static_cast<int>(given.connections);
  const auto threads = static_cast<int>(given.threads);
  if (connections < config.max_connections || threads < config.max_threads) {
    log_info("the system allows " + std::to_string(descriptors) + " open files, so there are " +
             std::to_string(connections) + " connections and " + std::to_string(threads) +
             " threads at most; see the limit 'nofile'");
  }
  config.max_connections = connections;
  config.max_threads = threads;
  return config;
}

std::size_t connections_of_one(const Config& config) {
  const int most = config.address_limit;
  return static_cast<std::size_t>(std::max(1, most > 0 ? most : config.max_connections / 2));
}

http::ServerOptions server_options(const Config& config) {
  http::ServerOptions options;
  options.host = config.host;
  options.port = config.port;
  options.tls_certificate = config.tls_certificate;
  options.tls_key = config.tls_key;
  // A body that is somewhat larger is refused by its operation, which says what to do instead.
  options.max_body_bytes = 4 * http::Contract::instance().max_body_bytes();
  options.max_threads = static_cast<std::size_t>(config.max_threads);
  options.max_connections = static_cast<std::size_t>(config.max_connections);
  options.max_connections_of_one = connections_of_one(config);
  options.header_deadline = std::chrono::seconds(config.header_seconds);
  options.body_deadline = std::chrono::seconds(config.body_seconds);
  options.write_deadline = std::chrono::seconds(config.write_seconds);
  options.keep_alive_idle = std::chrono::seconds(config.idle_seconds);
  return options;
}

usecases::ConverterOptions converter_options(const Config& config) {
  usecases::ConverterOptions options;
  options.pandoc = config.pandoc;
  options.typst = config.typst;
  options.rsvg_convert = config.rsvg_convert;
  options.soffice = config.soffice;
  options.cache_folder = config.documents.empty() ? config.database + ".documents" : config.documents;
  options.work_folder = options.cache_folder + "/work";
  options.cache_bytes = static_cast<std::uint64_t>(config.documents_mib) << 20U;
  options.at_once = config.converters;
  options.limits.time = std::chrono::seconds(config.converter_seconds);
  options.limits.memory_bytes = static_cast<std::uint64_t>(config.converter_mib) << 20U;
  options.drawing_limits.time = std::min(options.drawing_limits.time, options.limits.time);
  options.drawing_limits.memory_bytes = std::min(options.drawing_limits.memory_bytes, options.limits.memory_bytes);
  options.on_failure = [](const std::string& what, const std::string& said) { log_error(what, said); };
  return options;
}

// The lock is also on the file itself, so that there has to be one.
const std::string& made(const std::string& database) {
  if (!std::filesystem::exists(database)) store::keep_private(database);
  return database;
}

}  // namespace

domain::Millis system_clock_now() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
      .count();
}

App::App(const Config& wanted, store::Clock clock)
    : config_(fitted(wanted)), smtp_(smtp_options(wanted)), lock_(made(wanted.database)) {
  const Config& config = config_;
  service_ = std::make_unique<usecases::Service>(usecases::ServiceOptions{
      config.database, config.time_zone, clock ? std::move(clock) : system_clock_now, converter_options(config),
      store::Database::Opening::up_to_date, static_cast<std::size_t>(config.cache_mib) << 20U, mail_options(config)});
  usecases::store_shipped_formats(*service_);
  first_token_ = usecases::issue_first_token(*service_);
  usecases::settle_interrupted_mails(*service_);
  api_ =
      std::make_unique<http::Api>(*service_, static_cast<std::size_t>(config.max_connections) / 2, config.cors_origins);
  http::ServerOptions options = server_options(config);
  options.express = api_->express_paths();
  server_ = std::make_unique<http::Server>(
      options, [this](http::Request& request) { return api_->check_header(request); },
      [this](http::Request& request) { return api_->answer(request); },
      [](int status, std::string_view code, const domain::Message& detail, const http::Request& request) {
        return http::problem(status, code, detail, request);
      },
      [this](const http::Request& request, const http::Response& response, std::chrono::microseconds duration) {
        const std::string& route = http::Api::route_of(request);
        api_->metrics().count(route, response.status, duration);
        log_request({request.id, http::Api::principal_of(request), route, request.method, request.path, response.status,
                     duration});
      });
  // Its workers may still tell of something while it is being destroyed.
  const auto wake = [server = server_.get()] { server->wake(); };
  service_->changes().on_change(wake);
  service_->export_board().on_news(wake);
}

App::~App() = default;

int App::bind() { return port_ = server_->bind(); }

void App::run() {
  {
    tidy(*service_);
    const Ticker ticker([this] { tidy(*service_); });
    const auto on_fault = [](const std::string& what, const std::string& said) { log_error(what, said); };
    const usecases::ExportWorker exports(*service_, on_fault);
    std::optional<usecases::MailSender> mail;
    const auto revise = [this](domain::Mail& late) { return usecases::revise_mail(*service_, late); };
    if (smtp_) mail.emplace(*service_, *smtp_, revise, on_fault);
    server_->run();
    service_->converters().stop();  // who is not done by now has no client any more; an export begins again
  }
  tidy(*service_);
  usecases::refresh_statistics(*service_);  // nobody waits any more
  service_->database().checkpoint();
}

void App::stop() {
  service_->export_board().stop();
  server_->stop();
}

std::string App::url() const {
  const std::string scheme = config_.tls_certificate.empty() ? "http://" : "https://";
  const bool v6 = config_.host.find(':') != std::string::npos;
  return scheme + (v6 ? "[" + config_.host + "]" : config_.host) + ":" + std::to_string(port_);
}
