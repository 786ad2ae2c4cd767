// The command demo: a whole reporting cycle over HTTP, on a database of its own or against a running service.
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <stdexcept>
#include <thread>

#include "app.hpp"
#include "commands.hpp"
#include "demo/player.hpp"
#include "log.hpp"
#include "stop_signals.hpp"

namespace {

namespace fs = std::filesystem;

// A folder for the demo's database that goes when the demo goes.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "national-report-demo-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a temporary folder");
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

void play(const std::string& url, const std::string& admin_token, const Config& config) {
  const auto script = demo::load_script();
  demo::Client client(url);
  demo::Player player(client, admin_token, std::cout);
  player.play(script);
  player.fetch_report(script, config.out.empty() ? "demo-report" : config.out);
  if (config.once) return;
  const std::string report = url + "/v1/reports/" + script.report.at("id").get<std::string>();
  const auto line = [](const std::string& token, const std::string& rest) {
    std::cout << "  curl -H 'Authorization: Bearer " << token << "' " << rest << "\n";
  };
  const auto& tokens = player.tokens();
  std::cout << "\nTry, as the coordinator:\n";
  line(tokens.at("coordinator"), report + "/status");
  line(tokens.at("coordinator"), "'" + report + "/document.html?language=ru' -o report.html");
  line(tokens.at("coordinator"), "'" + report + "/document.docx' -o report.docx");
  std::cout << "as an agency that still has a section to write:\n";
  line(tokens.at("finance-writer"), "'" + report + "/sections?mine=true&overdue=true'");
  line(tokens.at("finance-writer"), "-H 'If-None-Match: *' -T chapter.md " + report + "/sections/obj-20/texts/en");
  std::cout << "as a script:\n";
  line(tokens.at("iom-observer"), "'" + report + "/events?after=0&limit=5'");
}

int play_here(const Config& config) {
  const TemporaryFolder folder;
  Config own = config;
  own.database = (folder.path() / "demo.sqlite").string();
  if (own.once) own.port = 0;
  const StopSignals signals;
  App app(own);
  app.bind();
  std::thread server([&] { app.run(); });
  int status = 0;
  try {
    std::cout << "serving at " << app.url() << "\n";
    play(app.url(), app.first_token().value(), own);
    if (!own.once) {
      std::cout << "\nserving until Ctrl-C\n" << std::flush;
      signals.wait();
    }
  } catch (const std::exception& error) {
    std::cerr << "national-report: demo: " << error.what() << "\n";
    status = 1;
  }
  app.stop();
  server.join();
  return status;
}

}  // namespace

int play_demo(const Config& config) {
  Config quiet = config;
  quiet.log_level = config.log_level == "info" ? "warn" : config.log_level;
  start_log(quiet);
  if (config.server.empty()) return play_here(quiet);
  quiet.once = true;
  play(config.server, config.token, quiet);
  return 0;
}
