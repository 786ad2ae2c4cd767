#include "commands.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

#include "app.hpp"
#include "domain/basis/error.hpp"
#include "http/contract/format_file.hpp"
#include "store/database/file.hpp"
#include "store/database/schema.hpp"
#include "usecases/editions/edition_check.hpp"
#include "usecases/format_file/format_reader.hpp"
#include "usecases/operation/first_start.hpp"
#include "usecases/operation/verify.hpp"
#include "verification.hpp"

namespace {

namespace fs = std::filesystem;

// The one file that a command names.
const std::string& file_argument(const Config& config, std::size_t position = 0) {
  if (config.arguments.size() != position + 1) {
    throw std::invalid_argument("'" + config.command + "' takes one file; see --help");
  }
  return config.arguments[position];
}

void require_database(const std::string& path) {
  if (!fs::exists(path)) throw std::runtime_error("there is no database '" + path + "'");
}

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read '" + path + "'");
  return {std::istreambuf_iterator<char>(in), {}};
}

void print_findings(const std::vector<domain::Finding>& findings, std::ostream& out) {
  for (const auto& finding : findings) out << "  " << finding.pointer << ": " << finding.message.english() << "\n";
}

}  // namespace

int make_token(const Config& config) {
  require_database(config.database);
  if (config.user.empty()) throw std::invalid_argument("'token' needs --user ID; see --help");
  usecases::Service service(
      {config.database, config.time_zone, system_clock_now, {}, store::Database::Opening::as_it_is});
  std::cout << usecases::issue_token_for(service, config.user, config.label) << "\n";
  return 0;
}

int check_format(const Config& config) {
  if (config.arguments.empty() || config.arguments.front() != "check") {
    throw std::invalid_argument("'format' knows one thing to do: format check FILE");
  }
  const std::string path = file_argument(config, 1);
  try {
    const std::string source = read_file(path);
    const auto format = usecases::read_format(source);
    http::check_format_file(http::Contract::instance(), source);
    std::cout << "ok: " << format.key << ", " << format.outline.size() << " nodes\n";
    print_findings(usecases::format_warnings(format), std::cout);
    return 0;
  } catch (const domain::Error& error) {
    std::cerr << path << ": " << error.english() << "\n";
    print_findings(error.findings(), std::cerr);
    return 1;
  }
}

int backup(const Config& config) {
  require_database(config.database);
  const std::string target = file_argument(config);
  if (fs::exists(target)) throw std::runtime_error("'" + target + "' is there already; a backup replaces nothing");
  const std::string unfinished = target + ".part";
  store::remove_database(unfinished);
  const auto source = store::open_untouched(config.database);
  store::require_ours(*source);
  store::copy_database(*source, unfinished);
  fs::rename(unfinished, target);
  std::cout << "backup written: " << target << " (" << fs::file_size(target) << " bytes)\n";
  return 0;
}

int verify(const Config& config) {
  const std::string path = config.arguments.empty() ? config.database : file_argument(config);
  require_database(path);
  return print_verification(usecases::verify(path));
}

int verify_edition(const Config& config) {
  const auto check = usecases::check_edition(file_argument(config));
  std::cout << check.title << "\n";
  for (const auto& problem : check.problems) std::cout << "bad: " << problem << "\n";
  if (!check.problems.empty()) return 1;
  std::cout << "ok: " << check.files << " files are as they were frozen\n"
            << "hash of the manifest, as the log of the report has it: " << check.manifest_sha256 << "\n";
  return 0;
}
