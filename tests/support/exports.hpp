// A service whose programs wait at a gate until the test opens it, and the way of an export through it.
#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <string>
#include <vector>

#include "documents/file/zip_reader.hpp"
#include "support/api_app.hpp"
#include "support/fake_programs.hpp"

namespace support {

struct Exporting {
  explicit Exporting(Config config = {}, const std::string& visibility = "own")
      : app(with_programs(std::move(config))), f(app, visibility) {
    REQUIRE(f.save("The first text.").status == 201);
  }

  void open_gate() const { std::ofstream(folder.file("open")) << "x"; }
  std::size_t runs() const { return runs_of_fakes(folder); }
  void wait_for_run() const {
    while (runs() == 0) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }

  Answer ask(const Caller& caller, const Json& body) const { return caller.post(f.path("/exports"), body); }
  // Gives its address.
  std::string start(const Caller& caller, const Json& body) const {
    const auto answer = ask(caller, body);
    REQUIRE(answer.status == 202);
    return answer.header("Location");
  }
  // What it says at its end.
  static Json end_of(const Caller& caller, const std::string& address) { return end_of_export(caller, address); }
  static documents::NamedFiles files_of(const Caller& caller, const std::string& address) {
    const auto answer = caller.get(address + "/export.zip");
    REQUIRE(answer.status == 200);
    return documents::read_archive(answer.body, {.bytes = 10'000'000, .folder = "pictures/"});
  }

  TemporaryFolder folder;
  TestApp app;
  ReportFixture f;

 private:
  Config with_programs(Config config) const {
    const std::string gate = "while [ ! -e " + folder.file("open") + " ]; do sleep 0.02; done\n";
    config.pandoc = fake_program(folder, "pandoc", gate + kPandoc);
    if (config.typst == Config().typst) {
      config.typst = fake_program(folder, "typst", gate + kTypst);
    }
    return config;
  }
};

}  // namespace support
