#include "command_list.hpp"

#include <algorithm>

namespace {

using Flags = std::vector<std::string_view>;

Flags operator+(Flags all, const Flags& more) {
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

const Flags& of_service() {
  static const Flags flags{"host",
                           "port",
                           "tls-certificate",
                           "tls-key",
                           "cors-origins",
                           "time-zone",
                           "log",
                           "log-level",
                           "max-connections",
                           "address-limit",
                           "max-threads",
                           "cache-mib",
                           "header-seconds",
                           "body-seconds",
                           "write-seconds",
                           "idle-seconds",
                           "pandoc",
                           "rsvg-convert",
                           "typst",
                           "soffice",
                           "converters",
                           "converter-mib",
                           "converter-seconds",
                           "documents",
                           "documents-mib",
                           "smtp",
                           "smtp-user",
                           "smtp-password",
                           "smtp-password-file",
                           "smtp-ca",
                           "smtp-tls",
                           "smtp-seconds",
                           "mail-from",
                           "public-url"};
  return flags;
}

const Flags& of_running_service() {
  static const Flags flags{"server", "host", "port", "tls-certificate", "tls-key"};
  return flags;
}

bool takes(const CommandWords& command, const std::string& flag) {
  return flag == "help" || flag == "version" || std::ranges::find(command.flags, flag) != command.flags.end();
}

std::string see(const CommandWords& command) {
  return "; see national-report " + std::string(command.name) + " --help";
}

}  // namespace

const std::vector<CommandWords>& command_list() {
  static const std::vector<CommandWords> all{
      {"serve", "serve", "answer requests until SIGTERM", 0, 0, "", Flags{"database"} + of_service()},
      {"demo", "demo", "play a whole reporting cycle over HTTP with sample data", 0, 0, "",
       Flags{"once", "out", "server", "token"} + of_service()},
      {"export", "export --report ID", "have a running service make a report's files, as one ZIP archive", 0, 0, "",
       Flags{"report", "formats", "languages", "select", "out", "token", "token-file"} + of_running_service()},
      {"token",
       "token --user ID",
       "print a new access token for a person",
       0,
       0,
       "",
       {"database", "user", "label", "time-zone"}},
      {"format",
       "format check FILE",
       "check a format file and name every wrong place",
       2,
       2,
       "'check' and the format file",
       {}},
      {"backup",
       "backup FILE",
       "copy the database while the service runs",
       1,
       1,
       "the file to be written",
       {"database"}},
      {"restore", "restore FILE", "put a backup in place of the database", 1, 1, "the backup", {"database", "force"}},
      {"verify", "verify [FILE]", "compare every row with the event log, offline", 0, 1, "", {"database"}},
      {"verify-edition",
       "verify-edition PATH",
       "check a delivered copy of an edition, a folder or a ZIP archive",
       1,
       1,
       "the folder or archive",
       {}},
      {"health", "health", "exit 0 where the service answers", 0, 0, "", of_running_service()},
      {"help", "help [COMMAND]", "say what a command does and which flags it takes", 0, 1, "", {}},
  };
  return all;
}

const CommandWords* find_command(std::string_view name) {
  const auto found = std::ranges::find(command_list(), name, &CommandWords::name);
  return found == command_list().end() ? nullptr : &*found;
}

std::string unknown_command(const std::string& name) {
  if (name.empty()) return "a command is needed; see --help";
  return "there is no command '" + name + "'; see --help";
}

std::vector<std::string> misused(const ParsedConfig& parsed) {
  std::vector<std::string> problems;
  const CommandWords* command = find_command(parsed.config.command);
  if (command == nullptr) return {unknown_command(parsed.config.command)};
  const std::string name = "'" + std::string(command->name) + "'";
  const auto& words = parsed.config.arguments;
  if (words.size() < command->least) problems.push_back(name + " needs " + std::string(command->words) + see(*command));
  for (std::size_t i = command->most; i < words.size(); ++i) {
    problems.push_back(name + " does not know what to do with '" + words[i] + "'" + see(*command));
  }
  for (const auto& flag : parsed.flags) {
    if (!takes(*command, flag)) problems.push_back(name + " takes no --" + flag + see(*command));
  }
  return problems;
}

std::string describe_command(const CommandWords& command) {
  std::string text = "national-report " + std::string(command.usage) + "\n\n  " + std::string(command.help) + "\n";
  if (command.flags.empty()) return text;
  std::vector<std::string> names(command.flags.begin(), command.flags.end());
  return text + "\nFlags, each also as a variable NATIONAL_REPORT_FLAG_NAME:\n" + describe_flags(names);
}
