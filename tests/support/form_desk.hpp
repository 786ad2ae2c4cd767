// A report with a section that can be written in Word forms, made and read by the real pandoc.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "documents/process/process.hpp"
#include "support/api_app.hpp"
#include "support/docx_files.hpp"

namespace support {

constexpr const char* kDocxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
constexpr const char* kFormText =
    "Figures *of the year*,\nwith a note.[^1]\n\n* first\n* second\n\n| Area | 2025 |\n|---|--:|\n| Permits | 91 "
    "|\n\n[^1]: Rounded.\n";

inline Config with_pandoc() {
  Config config;
  config.pandoc = documents::find_program("pandoc");
  REQUIRE_MESSAGE(!config.pandoc.empty(), "pandoc is not installed");
  return config;
}

// A report in which labour writes obj-07.
struct Forms {
  TestApp app{with_pandoc()};
  ReportFixture f{app, "own"};

  Forms() { REQUIRE(f.save(kFormText).status == 201); }

  std::string fetch(const std::string& agency = "labour", const std::string& more = "") const {
    const auto answer = f.coordinator.get(f.path("/forms/" + agency + ".docx" + more));
    REQUIRE_MESSAGE(answer.status == 200, answer.body);
    return answer.body;
  }
  Answer send(const Caller& caller, const std::string& docx, const std::string& more = "",
              const HeaderMap& headers = {}) const {
    HeaderMap all = headers;
    all.emplace("Content-Type", kDocxType);
    return caller.send("POST", f.path("/forms" + more), docx, all);
  }
  // What came of the first section.
  Json sent(const std::string& docx, const std::string& more = "") const {
    const auto answer = send(f.writer, docx, more);
    REQUIRE_MESSAGE(answer.status == 200, answer.body);
    return answer.json()["sections"][0];
  }
  Json text(const std::string& section = "obj-07") const {
    return f.coordinator.get(f.section(section, "/texts/en")).json();
  }
};

}  // namespace support
