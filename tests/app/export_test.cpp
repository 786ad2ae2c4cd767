// The command export, against a service whose programs are stand-ins.
#include <doctest/doctest.h>
#include <pthread.h>
#include <signal.h>

#include <filesystem>
#include <iostream>
#include <sstream>
#include <thread>

#include "commands.hpp"
#include "progress_line.hpp"
#include "support/exports.hpp"

using namespace support;

namespace {

struct ExportOutcome {
  int status = 0;
  std::string out;
  std::string said;  // on the error output, and the message of an error
};

ExportOutcome run_export(const Config& config) {
  std::ostringstream out;
  std::ostringstream said;
  std::streambuf* out_before = std::cout.rdbuf(out.rdbuf());
  std::streambuf* said_before = std::cerr.rdbuf(said.rdbuf());
  ExportOutcome outcome;
  try {
    outcome.status = export_report(config);
  } catch (const std::invalid_argument& error) {
    outcome.status = 2;
    said << error.what();
  } catch (const std::exception& error) {
    outcome.status = 1;
    said << error.what();
  }
  std::cout.rdbuf(out_before);
  std::cerr.rdbuf(said_before);
  outcome.out = out.str();
  outcome.said = said.str();
  return outcome;
}

Config to(const Exporting& e, const Caller& caller) {
  Config config;
  config.server = "http://127.0.0.1:" + std::to_string(e.app.port());
  config.token = caller.token();
  config.report = e.f.report;
  config.formats = "pdf,md";
  config.languages = "en,ru";
  config.out = e.folder.file("report.zip");
  return config;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// Neither the archive nor the beginning of one.
bool nothing_written(const Config& config) {
  return !std::filesystem::exists(config.out) && !std::filesystem::exists(config.out + ".part");
}

}  // namespace

TEST_CASE("export writes one archive and says line by line how far it is where there is no terminal") {
  const Exporting e;
  e.open_gate();
  Config config = to(e, e.f.writer);
  std::ofstream(e.folder.file("token")) << e.f.writer.token() << "\n";
  config.token.clear();
  config.token_file = e.folder.file("token");
  const auto outcome = run_export(config);
  CHECK(outcome.status == 0);
  CHECK(has(outcome.out, config.out + ": 4 files of tkm-2026 as of 2026-01-15T09:00:00.000Z"));
  CHECK_FALSE(has(outcome.said, "\r"));
  std::ifstream in(config.out, std::ios::binary);
  const std::string archive{std::istreambuf_iterator<char>(in), {}};
  CHECK(documents::read_archive(archive, {.bytes = 10'000'000}).size() == 5);
  CHECK_FALSE(std::filesystem::exists(config.out + ".part"));
}

TEST_CASE("export of approved texts says how many sections are still missing") {
  const Exporting e;
  Config config = to(e, e.f.coordinator);
  config.formats = "md";
  config.select = "approved";
  const auto outcome = run_export(config);
  CHECK(outcome.status == 0);
  CHECK(has(outcome.said, "sections are not approved yet; the files show gaps"));
}

TEST_CASE("export says in words why there is no archive, and writes nothing") {
  const Exporting e;
  const auto fails = [&](const std::function<void(Config&)>& change, int status, const std::string& words) {
    Config config = to(e, e.f.writer);
    change(config);
    CAPTURE(words);
    const auto outcome = run_export(config);
    CHECK(outcome.status == status);
    CHECK_MESSAGE(has(outcome.said, words), outcome.said);
    CHECK(nothing_written(config));
  };
  fails([](Config& c) { c.server = "http://127.0.0.1:1"; }, 1, "no service answers at http://127.0.0.1:1");
  fails([](Config& c) { c.token = "nr_none"; }, 1, "refused the access token");
  fails([](Config& c) { c.report = "none"; }, 1, "There is no report 'none'");
  fails([](Config& c) { c.languages = "en,fr"; }, 1, "not written in 'fr'");
  fails([](Config& c) { c.formats = "rtf"; }, 1, "/formats/0");
  fails([](Config& c) { c.token.clear(); }, 2, "needs an access token");
  fails([](Config& c) { c.report.clear(); }, 2, "--report");
  fails([](Config& c) { c.token_file = "/none"; }, 1, "no access token in");
  fails([](Config& c) { c.out = "/none/report.zip"; }, 1, "cannot write into the folder");
}

TEST_CASE("export of a file that cannot be made ends with what the service says about it") {
  const TemporaryFolder folder;
  Config broken;
  broken.typst = fake_program(folder, "typst", "exit 1");
  const Exporting e(broken);
  const Config config = to(e, e.f.writer);
  const auto outcome = run_export(config);
  CHECK(outcome.status == 1);
  CHECK(has(outcome.said, "could not be made"));
  CHECK(nothing_written(config));
}

TEST_CASE("Ctrl-C ends export and its job, and leaves no file") {
  const Exporting e;
  const Config config = to(e, e.f.writer);
  ExportOutcome outcome;
  std::thread running([&] { outcome = run_export(config); });
  e.wait_for_run();
  pthread_kill(running.native_handle(), SIGINT);
  running.join();
  CHECK(outcome.status == 130);
  CHECK(has(outcome.said, "cancelled; nothing was written"));
  CHECK(has(outcome.said, "Making PDF, English (1 of 4)"));
  CHECK(nothing_written(config));
  CHECK(e.f.writer.get(e.f.path("/exports")).json().at("items").at(0).at("state") == "cancelled");
}

TEST_CASE("export says that somebody else cancelled its job, and writes nothing") {
  const Exporting e;
  const Config config = to(e, e.f.writer);
  ExportOutcome outcome;
  std::thread running([&] { outcome = run_export(config); });
  e.wait_for_run();
  CHECK(e.f.coordinator.send("POST", e.f.path("/exports/1/cancellation"), "", {}).status == 200);
  running.join();
  CHECK(outcome.status == 1);
  CHECK(has(outcome.said, "cancelled by somebody else"));
  CHECK(nothing_written(config));
}

TEST_CASE("on a terminal the progress is one line that is drawn again only where it changed") {
  std::ostringstream out;
  {
    ProgressLine line(out, true);
    line.show(0, "Waiting for its turn");
    line.show(0, "Waiting for its turn");
    line.show(44, "Making PDF, Russian (5 of 9)");
  }
  CHECK(out.str() ==
        "\r[.........................] 0 % Waiting for its turn\033[K"
        "\r[###########..............] 44 % Making PDF, Russian (5 of 9)\033[K\n");
}
