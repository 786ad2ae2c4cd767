#include "config.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "command_list.hpp"

namespace {

bool complains(const ParsedConfig& parsed, const std::string& about) {
  return std::ranges::any_of(parsed.problems,
                             [&](const std::string& problem) { return problem.find(about) != std::string::npos; });
}

}  // namespace

TEST_CASE("without flags and environment the configuration is the documented one") {
  const auto parsed = parse_config({"serve"}, {});
  CHECK(parsed.problems.empty());
  CHECK(parsed.config.command == "serve");
  CHECK(parsed.config.database == "national-report.sqlite");
  CHECK(parsed.config.host == "127.0.0.1");
  CHECK(parsed.config.port == 8080);
  CHECK(parsed.config.time_zone == "UTC");
  CHECK(parsed.config.idle_seconds == 60);
}

TEST_CASE("a flag is written with a space or an equals sign, before or behind the command") {
  const auto parsed = parse_config({"--port", "1", "format", "--host=::1", "check", "file.yaml", "--once"}, {});
  CHECK(parsed.problems.empty());
  CHECK(parsed.config.command == "format");
  CHECK(parsed.config.arguments == std::vector<std::string>{"check", "file.yaml"});
  CHECK(parsed.config.port == 1);
  CHECK(parsed.config.host == "::1");
  CHECK(parsed.config.once);
}

TEST_CASE("the environment sets what flags set, and a flag wins") {
  const Environment environment{{"NATIONAL_REPORT_PORT", "81"},
                                {"NATIONAL_REPORT_LOG_LEVEL", "warn"},
                                {"NATIONAL_REPORT_ONCE", "true"},
                                {"NATIONAL_REPORT_FORCE", "0"}};
  const auto parsed = parse_config({"serve", "--port=82"}, environment);
  CHECK(parsed.problems.empty());
  CHECK(parsed.config.port == 82);
  CHECK(parsed.config.log_level == "warn");
  CHECK(parsed.config.once);
  CHECK_FALSE(parsed.config.force);
}

TEST_CASE("all problems are told at once") {
  const auto parsed =
      parse_config({"serve", "--port", "70000", "--colour=red", "--log", "xml", "--max-threads", "many", "--time-zone",
                    "Mars/Olympus", "--tls-key", "/nowhere/key.pem", "--header-seconds=0", "--host"},
                   {{"NATIONAL_REPORT_PROT", "1"}, {"NATIONAL_REPORT_CACHE_MIB", "0"}});
  for (const char* about : {"--port must be a whole number from 0 to 65535, not '70000'", "--colour is not known",
                            "--log must be one of auto, json, text, not 'xml'", "--max-threads must be a whole number",
                            "there is no time zone 'Mars/Olympus'", "--tls-certificate and --tls-key go together",
                            "cannot read '/nowhere/key.pem'", "--header-seconds must be", "--host needs a value",
                            "NATIONAL_REPORT_PROT is not known", "NATIONAL_REPORT_CACHE_MIB must be"}) {
    CAPTURE(about);
    CHECK(complains(parsed, about));
  }
  CHECK(parsed.problems.size() == 11);
}

TEST_CASE("numbers are whole and within bounds") {
  for (const char* port : {"", "-1", "65536", "8080x", " 80", "0x50", "99999999999999999999", "1e3"}) {
    CAPTURE(port);
    CHECK(complains(parse_config({"serve", "--port=" + std::string(port)}, {}), "--port must be"));
  }
  CHECK(parse_config({"serve", "--port=0"}, {}).problems.empty());
  CHECK(parse_config({"serve", "--port=65535"}, {}).problems.empty());
}

TEST_CASE("the demo's server and its token go together") {
  CHECK(complains(parse_config({"demo", "--server", "http://127.0.0.1:1"}, {}), "--server and --token go together"));
  CHECK(parse_config({"health", "--server", "http://127.0.0.1:1"}, {}).problems.empty());
}

TEST_CASE("the origins of web pages are named as browsers send them") {
  const auto parsed =
      parse_config({"serve", "--cors-origins", "https://a.example,http://localhost:5173,http://[::1]"}, {});
  CHECK(parsed.problems.empty());
  CHECK(parsed.config.cors_origins ==
        std::vector<std::string>{"https://a.example", "http://localhost:5173", "http://[::1]"});
  CHECK(parse_config({"serve", "--cors-origins="}, {}).config.cors_origins.empty());
  for (const std::string wrong : {"*", "null", "a.example", "https://", "https://a.example/", "https://A.example",
                                  "ftp://a.example", "https://a.example,", "https://a.example, https://b.example,*"}) {
    CAPTURE(wrong);
    const bool trailing = wrong == "https://a.example,";
    CHECK(parse_config({"serve", "--cors-origins=" + wrong}, {}).problems.empty() == trailing);
  }
}

TEST_CASE("every flag is described") {
  std::vector<std::string> described;
  std::istringstream lines(describe_flags());
  for (std::string line; std::getline(lines, line);) {
    const auto help = line.find_first_not_of(' ', 28);
    CHECK_MESSAGE(help != std::string::npos, line);
    described.push_back(line.substr(0, line.find_last_not_of(' ', 27) + 1));
  }
  const std::vector<std::string> expected{"  --database FILE",
                                          "  --host ADDRESS",
                                          "  --port NUMBER",
                                          "  --tls-certificate FILE",
                                          "  --tls-key FILE",
                                          "  --cors-origins LIST",
                                          "  --time-zone NAME",
                                          "  --log FORM",
                                          "  --log-level LEVEL",
                                          "  --max-connections NUMBER",
                                          "  --address-limit NUMBER",
                                          "  --max-threads NUMBER",
                                          "  --cache-mib NUMBER",
                                          "  --header-seconds NUMBER",
                                          "  --body-seconds NUMBER",
                                          "  --write-seconds NUMBER",
                                          "  --idle-seconds NUMBER",
                                          "  --pandoc PROGRAM",
                                          "  --rsvg-convert PROGRAM",
                                          "  --typst PROGRAM",
                                          "  --soffice PROGRAM",
                                          "  --converters NUMBER",
                                          "  --converter-seconds NUMBER",
                                          "  --converter-mib NUMBER",
                                          "  --documents DIR",
                                          "  --documents-mib NUMBER",
                                          "  --smtp URL",
                                          "  --smtp-user NAME",
                                          "  --smtp-password SECRET",
                                          "  --smtp-password-file FILE",
                                          "  --smtp-ca FILE",
                                          "  --smtp-tls WHEN",
                                          "  --smtp-seconds NUMBER",
                                          "  --mail-from ADDRESS",
                                          "  --public-url URL",
                                          "  --user ID",
                                          "  --label TEXT",
                                          "  --out PATH",
                                          "  --server URL",
                                          "  --token SECRET",
                                          "  --token-file FILE",
                                          "  --report ID",
                                          "  --formats LIST",
                                          "  --languages LIST",
                                          "  --select TEXTS",
                                          "  --once",
                                          "  --force",
                                          "  --help",
                                          "  --version"};
  CHECK(described == expected);
}

TEST_CASE("what a command would pass over in silence is refused, with what it takes") {
  const auto first = [](const std::vector<std::string>& words) {
    const auto problems = misused(parse_config(words, {}));
    return problems.empty() ? "" : problems.front();
  };
  CHECK(first({"demo", "--database", "x"}) == "'demo' takes no --database; see national-report demo --help");
  CHECK(first({"serve", "now"}) == "'serve' does not know what to do with 'now'; see national-report serve --help");
  CHECK(first({"backup"}) == "'backup' needs the file to be written; see national-report backup --help");
  CHECK(first({"backup", "a", "b"}).find("'b'") != std::string::npos);
  CHECK(first({"restore"}).find("needs the backup") != std::string::npos);
  CHECK(first({"verify", "--force"}).find("takes no --force") != std::string::npos);
  CHECK(first({"health", "--out=x"}).find("takes no --out") != std::string::npos);
  CHECK(first({"token", "--user", "admin", "admin"}).find("'admin'") != std::string::npos);
  CHECK(first({"serve", "--port", "1", "--database=x"}) == "");
  CHECK(first({"backup", "a", "--database=x"}) == "");
  CHECK(misused(parse_config({"verify"}, {{"NATIONAL_REPORT_PORT", "1"}})).empty());
}

TEST_CASE("a short flag is known as help, or refused") {
  CHECK(parse_config({"serve", "-h"}, {}).config.help);
  CHECK(complains(parse_config({"serve", "-p", "8080"}, {}), "the flag -p is not known"));
}

TEST_CASE("a flag is on or off, and nothing else") {
  CHECK(parse_config({"restore", "--force=true"}, {}).config.force);
  CHECK_FALSE(parse_config({"restore", "--force=false"}, {}).config.force);
  CHECK_FALSE(parse_config({"restore"}, {{"NATIONAL_REPORT_FORCE", ""}}).config.force);
  CHECK(
      complains(parse_config({"restore", "--force=yes"}, {}), "--force is on (true, 1) or off (false, 0), not 'yes'"));
  CHECK(complains(parse_config({"restore"}, {{"NATIONAL_REPORT_FORCE", "on"}}), "NATIONAL_REPORT_FORCE is on"));
}

TEST_CASE("a flag is not taken for the value of the flag before it") {
  CHECK(complains(parse_config({"serve", "--database", "--port", "1"}, {}), "--database needs a value: FILE"));
  CHECK(parse_config({"token", "--label=--desk"}, {}).config.label == "--desk");
}

TEST_CASE("a command that there is not is refused, whatever follows it") {
  CHECK(misused(parse_config({"serv", "--port", "1"}, {})) ==
        std::vector<std::string>{"there is no command 'serv'; see --help"});
  CHECK(misused(parse_config({}, {})) == std::vector<std::string>{"a command is needed; see --help"});
}

TEST_CASE("every flag belongs to a command, and every command names flags that there are") {
  std::string all;
  for (const auto& command : command_list()) {
    const std::vector<std::string> names(command.flags.begin(), command.flags.end());
    const std::string described = describe_flags(names);
    CHECK(static_cast<std::size_t>(std::ranges::count(described, '\n')) == names.size());
    all += described;
  }
  std::istringstream lines(describe_flags());
  for (std::string line; std::getline(lines, line);) {
    CAPTURE(line);
    const bool general = line.starts_with("  --help ") || line.starts_with("  --version ");
    CHECK((general || all.find(line) != std::string::npos));
  }
}
