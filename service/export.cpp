// The command export: has a running service make a report in several formats and languages, and keeps the archive.
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <thread>

#include "commands.hpp"
#include "export_client.hpp"
#include "progress_line.hpp"
#include "stop_signals.hpp"
#include "store/database/hash.hpp"

namespace {

namespace fs = std::filesystem;
using Json = ExportClient::Json;

constexpr int kWaitSeconds = 1;   // so that Ctrl-C is heard
constexpr int kMostSilence = 60;  // seconds without an answer, as while the service is started again
constexpr int kInterrupted = 130;

std::string access_token(const Config& config) {
  if (config.token_file.empty()) {
    if (!config.token.empty()) return config.token;
    throw std::invalid_argument(
        "'export' needs an access token: --token-file FILE, or the variable NATIONAL_REPORT_TOKEN");
  }
  std::ifstream in(config.token_file);
  std::string token;
  in >> token;
  if (token.empty()) throw std::runtime_error("there is no access token in '" + config.token_file + "'");
  return token;
}

// "en,ru" -> ["en", "ru"]
Json list_of(const std::string& text) {
  Json list = Json::array();
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find(',', begin), text.size());
    if (end > begin) list.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return list;
}

Json wanted_by(const Config& config) {
  Json wanted{{"formats", list_of(config.formats)}, {"select", config.select}};
  if (!config.languages.empty()) wanted["languages"] = list_of(config.languages);
  return wanted;
}

// Found out before the work, not after it.
fs::path place_for(const Config& config) {
  const fs::path out = config.out.empty() ? config.report + ".zip" : config.out;
  if (fs::is_directory(out)) throw std::invalid_argument("--out: '" + out.string() + "' is a folder, not a file");
  const fs::path folder = fs::absolute(out).parent_path();
  if (!fs::is_directory(folder) || access(folder.c_str(), W_OK) != 0) {
    throw std::runtime_error("cannot write into the folder '" + folder.string() + "'");
  }
  return out;
}

// Whole or not at all.
void write_file(const fs::path& path, const std::string& bytes) {
  const fs::path unfinished = path.string() + ".part";
  std::ofstream out(unfinished, std::ios::binary);
  out << bytes;
  out.close();
  std::error_code failed;
  if (out) fs::rename(unfinished, path, failed);
  if (out && !failed) return;
  fs::remove(unfinished, failed);
  throw std::runtime_error("cannot write '" + path.string() + "'");
}

void tell_of_gaps(ExportClient& client) {
  const Json counts = client.counts();
  const int all = counts.at("total").get<int>();
  const int missing = all - counts.at("approved").get<int>();
  if (missing == 0) return;
  std::cerr << "note: " << missing << " of " << all
            << " sections are not approved yet; the files show gaps in their places\n";
}

// The job at its end; nothing: the user does not want it any more.
std::optional<Json> follow(ExportClient& client, Json job, const StopSignals& signals) {
  ProgressLine line(std::cerr, isatty(STDERR_FILENO) != 0);
  int silence = 0;
  while (true) {
    const auto state = job.at("state").get<std::string>();
    if (state != "waiting" && state != "running") return job;
    line.show(job.at("percent"), job.at("step"));
    if (signals.came()) return std::nullopt;
    if (auto news = client.news(kWaitSeconds)) {
      job = std::move(*news);
      silence = 0;
      continue;
    }
    if (++silence > kMostSilence) throw std::runtime_error("the service does not answer any more");
    line.show(job.at("percent"), "The service does not answer; trying again");
    std::this_thread::sleep_for(std::chrono::seconds(1));
  }
}

void keep(const fs::path& out, const std::string& archive, const Json& job) {
  const Json& file = job.at("file");
  if (store::sha256_hex(archive) != file.at("sha256").get<std::string>()) {
    throw std::runtime_error("the archive was damaged on its way; try again");
  }
  write_file(out, archive);
  std::cout << out.string() << ": " << job.at("formats").size() * job.at("languages").size() << " files of "
            << job.at("report").get<std::string>() << " as of " << job.at("as_of").get<std::string>() << ", "
            << archive.size() << " bytes, SHA-256 " << file.at("sha256").get<std::string>() << "\n";
}

}  // namespace

int export_report(const Config& config) {
  if (config.report.empty()) throw std::invalid_argument("'export' needs --report ID; see --help");
  const fs::path out = place_for(config);
  ExportClient client(url_of_service(config), access_token(config), config.report);
  const StopSignals signals;
  const Json started = client.start(wanted_by(config));
  if (config.select == "approved") tell_of_gaps(client);
  const auto job = follow(client, started, signals);
  if (!job) {
    client.cancel();
    std::cerr << "cancelled; nothing was written\n";
    return kInterrupted;
  }
  if (job->at("state") == "cancelled") throw std::runtime_error("the export was cancelled by somebody else");
  if (job->at("state") == "failed") throw std::runtime_error(job->at("failure").get<std::string>());
  keep(out, client.fetch(), *job);
  return 0;
}
