// Plays the sample report against a running service, each person with a token of their own.
#pragma once

#include <filesystem>
#include <map>
#include <ostream>
#include <string>

#include "demo/client.hpp"
#include "demo/script.hpp"

namespace demo {

class Player {
 public:
  Player(Client& client, std::string admin_token, std::ostream& out)
      : client_(client), admin_(std::move(admin_token)), out_(out) {}

  // Errors: std::runtime_error where the service refuses a step.
  void play(const Script& script);
  // Writes country-report.md, .html, .json, .docx, .odt and .pdf, status.csv, and a frozen edition as a ZIP archive.
  void fetch_report(const Script& script, const std::string& directory);

  const std::map<std::string, std::string>& tokens() const { return tokens_; }

 private:
  void freeze(const std::string& report, const std::string& token, const std::filesystem::path& folder);
  void translate(const std::string& report, const std::string& token, const std::string& language,
                 const std::filesystem::path& folder);
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
