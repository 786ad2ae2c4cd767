// The command line: finds the command, runs it, and says in one line what went wrong.
#include <iostream>
#include <map>

#include "command_list.hpp"
#include "commands.hpp"
#include "domain/basis/error.hpp"

namespace {

using Command = int (*)(const Config&);

const std::map<std::string, Command>& commands() {
  static const std::map<std::string, Command> all{
      {"serve", serve},          {"demo", play_demo},      {"token", make_token}, {"format", check_format},
      {"backup", backup},        {"restore", restore},     {"verify", verify},    {"verify-edition", verify_edition},
      {"export", export_report}, {"health", check_health}, {"help", print_help},
  };
  return all;
}

int complain(const std::vector<std::string>& problems) {
  for (const auto& problem : problems) std::cerr << "national-report: " << problem << "\n";
  return 2;
}

int run(const std::vector<std::string>& arguments) {
  const auto parsed = parse_config(arguments, process_environment());
  const Config& config = parsed.config;
  if (config.version) return print_version(config);
  if (config.help) return print_help(config);
  if (!parsed.problems.empty()) return complain(parsed.problems);
  if (const auto problems = misused(parsed); !problems.empty()) return complain(problems);
  return commands().at(config.command)(config);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run({argv + 1, argv + argc});
  } catch (const std::invalid_argument& error) {
    return complain({error.what()});
  } catch (const std::exception& error) {
    complain({error.what()});
    return 1;
  }
}
