#include "commands.hpp"
#include "support/source_folder.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "command_list.hpp"
#include "http/contract/contract.hpp"
#include "store/report/texts.hpp"
#include "support/api_app.hpp"
#include "support/tamper.hpp"

using namespace support;

namespace {

// What a command prints, and how it ends.
struct Outcome {
  int status = 0;
  std::string out;
};

Outcome run(int (*command)(const Config&), const Config& config) {
  std::ostringstream out;
  std::streambuf* before = std::cout.rdbuf(out.rdbuf());
  std::streambuf* errors_before = std::cerr.rdbuf(out.rdbuf());
  Outcome outcome;
  try {
    outcome.status = command(config);
  } catch (...) {
    std::cout.rdbuf(before);
    std::cerr.rdbuf(errors_before);
    throw;
  }
  std::cout.rdbuf(before);
  std::cerr.rdbuf(errors_before);
  outcome.out = out.str();
  return outcome;
}

Config on(const std::string& database, const std::vector<std::string>& arguments = {}) {
  Config config;
  config.command = "test";
  config.database = database;
  config.arguments = arguments;
  return config;
}

}  // namespace

TEST_CASE("a backup made while the service runs is restored, verified and served again with every text") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("The seventh text.").status == 201);
  const std::string copy = app.folder().file("backup.sqlite");
  CHECK(run(backup, on(app.database(), {copy})).status == 0);
  REQUIRE(f.save("Written after the backup.").status == 200);

  const std::string restored = app.folder().file("restored.sqlite");
  const auto outcome = run(restore, on(restored, {copy}));
  CHECK(outcome.status == 0);
  CHECK(outcome.out.find("ok: ") != std::string::npos);
  usecases::Service service({restored, "UTC", system_clock_now});
  const auto text =
      service.database().read([](store::ReadTx& tx) { return store::find_revision(tx, "tkm-2026", "obj-07", "en"); });
  REQUIRE(text.has_value());
  CHECK(text->markdown == "The seventh text.");
}

TEST_CASE("a backup replaces no file, a restore no database unless it is told to") {
  TestApp app;
  const std::string copy = app.folder().file("backup.sqlite");
  REQUIRE(run(backup, on(app.database(), {copy})).status == 0);
  CHECK_THROWS_WITH_AS(run(backup, on(app.database(), {copy})), doctest::Contains("is there already"),
                       std::runtime_error);
  const std::string other = app.folder().file("other.sqlite");
  REQUIRE(run(restore, on(other, {copy})).status == 0);
  CHECK_THROWS_WITH_AS(run(restore, on(other, {copy})), doctest::Contains("--force"), std::runtime_error);
  Config forced = on(other, {copy});
  forced.force = true;
  CHECK(run(restore, forced).status == 0);
}

TEST_CASE("a restore is refused while a service runs on the database") {
  TestApp app;
  const std::string copy = app.folder().file("backup.sqlite");
  REQUIRE(run(backup, on(app.database(), {copy})).status == 0);
  Config forced = on(app.database(), {copy});
  forced.force = true;
  CHECK_THROWS_WITH_AS(run(restore, forced), doctest::Contains("uses the database"), std::runtime_error);
  CHECK(app.admin().get("/v1/me").status == 200);
}

TEST_CASE("a damaged backup replaces nothing") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("The seventh text.").status == 201);
  const std::string copy = app.folder().file("backup.sqlite");
  REQUIRE(run(backup, on(app.database(), {copy})).status == 0);
  tamper(copy, "UPDATE revisions SET markdown = 'Another text.'");
  CHECK(run(verify, on("", {copy})).status == 1);
  const std::string target = app.folder().file("restored.sqlite");
  CHECK_THROWS_WITH_AS(run(restore, on(target, {copy})), doctest::Contains("damaged"), std::runtime_error);
  CHECK_FALSE(std::filesystem::exists(target));
}

TEST_CASE("whoever owns the database file gets a new token for a person, and for nobody unknown") {
  TestApp app;
  Config config = on(app.database());
  config.user = "admin";
  std::string secret = run(make_token, config).out;
  secret.pop_back();  // the line end
  CHECK(app.with_token(secret).get("/v1/me").json().at("user").at("id") == "admin");
  config.user = "nobody";
  CHECK_THROWS_AS(run(make_token, config), domain::Error);
}

TEST_CASE("a format file is checked with every wrong place named") {
  TemporaryFolder folder;
  const std::string file = folder.file("bad.yaml");
  std::ofstream(file) << "key: tiny\ntitle: {en: Tiny}\nlanguages: [en]\noutline:\n  - {key: a, titel: {en: A}}\n";
  const auto outcome = run(check_format, on("", {"check", file}));
  CHECK(outcome.status == 1);
  CHECK(outcome.out.find("/outline/0/titel") != std::string::npos);
  CHECK(outcome.out.find("/review") != std::string::npos);
  const std::string shipped = support::source_folder() + "/db/formats/gcm-imrf.yaml";
  CHECK(run(check_format, on("", {"check", shipped})).status == 0);
}

TEST_CASE("every command and every flag stands in the help") {
  const auto outcome = run(print_help, {});
  for (const char* command : {"serve", "demo", "export --report ID", "token --user ID", "format check FILE",
                              "backup FILE", "restore FILE", "verify [FILE]", "verify-edition PATH", "health"}) {
    CAPTURE(command);
    CHECK(outcome.out.find("\n  " + std::string(command) + "  ") != std::string::npos);
  }
  CHECK(outcome.out.ends_with(describe_flags()));
}

TEST_CASE("the program and the contract that it carries have one version") {
  const auto printed = run(print_version, {}).out;
  CHECK(printed.starts_with("national-report " + http::Contract::instance().version() + "\n"));
}

TEST_CASE("each command has a page of its own, and a command that there is not has none") {
  for (const auto& command : command_list()) {
    Config config;
    config.command = command.name;
    config.help = true;
    const auto page = run(print_help, config);
    CAPTURE(command.name);
    CHECK(page.status == 0);
    CHECK(page.out.starts_with("national-report " + std::string(command.usage) + "\n"));
    for (const auto flag : command.flags) CHECK(page.out.find("\n  --" + std::string(flag)) != std::string::npos);
    CHECK((command.name == "serve" || command.name == "demo" || page.out.find("--cache-mib") == std::string::npos));
  }
  Config asked = on("", {"backup"});
  asked.command = "help";
  CHECK(run(print_help, asked).out.starts_with("national-report backup FILE\n"));
  asked.arguments = {"bakcup"};
  CHECK_THROWS_WITH_AS(run(print_help, asked), "there is no command 'bakcup'; see --help", std::invalid_argument);
  Config misspelt;
  misspelt.command = "bakcup";
  misspelt.help = true;
  CHECK_THROWS_AS(run(print_help, misspelt), std::invalid_argument);
}
