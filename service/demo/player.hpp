// Plays the sample report against a running service, each person with a token of their own.
#pragma once

#include <filesystem>
#include <map>
#include <ostream>
#include <string>

#include "demo/client.hpp"
#include "demo/script.hpp"

namespace demo {

// Error: std::runtime_error.
void write_file(const std::filesystem::path& path, const std::string& content);

class Player {
 public:
  Player(Client& client, std::string admin_token, std::ostream& out)
      : client_(client), admin_(std::move(admin_token)), out_(out) {}

  // Errors: std::runtime_error where the service refuses a step.
  void play(const Script& script);
  // Writes country-report.md, .html, .json, .docx, .odt and .pdf, to-translate.*.xlf, status.csv, a frozen edition and
  // an export as ZIP archives, and what changed since the edition. Then begins the next report.
  void fetch_report(const Script& script, const std::string& directory);

  const std::map<std::string, std::string>& tokens() const { return tokens_; }

 private:
  // The report as the coordinator has it, and where its files go.
  struct Place {
    std::string report;  // its path
    std::string token;
    std::filesystem::path folder;
  };

  void fetch_documents(const Place& place, const std::string& language, const std::string& name);
  void translate(const Place& place, const std::string& language);
  void freeze(const Place& place);
  void hand_over(const Place& place, const Json& edition);
  void export_all(const Place& place);
  static std::string address_of(const Place& place, const Json& job);
  // What a job says when it is done. Errors: std::runtime_error where it failed.
  Json end_of(const Place& place, Json job);
  void prepare(const Place& place, const Script& script);
  void take(const Place& place, const Step& step);
  void begin_next(const Place& place, const Script& script);
  void set_up(const Script& script);
  void assign(const Script& script);
  void edit_form(const std::string& report, const FormEdit& edit);
  void act(const std::string& report, const Act& act);
  void say(const std::string& line);

  Client& client_;
  std::string admin_;
  std::ostream& out_;
  std::map<std::string, std::string> tokens_;  // by user
};

}  // namespace demo
