// The report as Word, OpenDocument and PDF over HTTP, with a program of our own in the place of typst.
#include <doctest/doctest.h>

#include <fstream>
#include <future>

#include "support/api_app.hpp"
#include "support/fake_programs.hpp"

using namespace support;

namespace {

Config with(const std::string& typst) {
  Config config;
  config.typst = typst;
  return config;
}

}  // namespace

TEST_CASE("a report comes as a PDF with a name, and unchanged for who has it") {
  const TemporaryFolder folder;
  TestApp app(with(fake_program(folder, "typst", kTypst)));
  const ReportFixture f(app);
  REQUIRE(f.save("The text of the section.").status == 201);
  const auto answer = f.coordinator.get(f.path("/document.pdf?language=ru"));
  CHECK(answer.status == 200);
  CHECK(answer.header("Content-Type") == "application/pdf");
  CHECK(answer.header("Content-Language") == "ru");
  CHECK(answer.header("Content-Disposition") == "attachment; filename=\"tkm-2026.ru.pdf\"");
  CHECK(answer.body.starts_with("%PDF-1.7 #import \"looks.typ\""));
  CHECK(answer.body.find("The text of the section.") != std::string::npos);
  CHECK(f.coordinator.get(f.path("/document.pdf?language=ru"), {{"If-None-Match", answer.etag()}}).status == 304);
  CHECK(runs_of_fakes(folder) == 1);
  REQUIRE(f.save("Another text.").status == 200);
  const auto changed = f.coordinator.get(f.path("/document.pdf?language=ru"), {{"If-None-Match", answer.etag()}});
  CHECK(changed.status == 200);
  CHECK(changed.body.find("Another text.") != std::string::npos);
}

TEST_CASE("a PDF of a past time and of a restarted service is the same file, made once") {
  const TemporaryFolder folder;
  TestApp app(with(fake_program(folder, "typst", kTypst)));
  const ReportFixture f(app);
  REQUIRE(f.save("The first text.").status == 201);
  const std::string first = f.coordinator.get(f.path("/document.pdf")).body;
  app.advance(60'000);
  REQUIRE(f.save("The second text.").status == 200);
  const std::string then = f.path("/document.pdf?as_of=2026-01-15T09:00:30Z");
  CHECK(f.coordinator.get(then).body == first);
  CHECK(runs_of_fakes(folder) == 1);
  app.restart();
  CHECK(app.with_token(f.coordinator.token()).get(then).body == first);
  CHECK(runs_of_fakes(folder) == 1);
}

TEST_CASE("a PDF withholds what its reader may not read") {
  const TemporaryFolder folder;
  TestApp app(with(fake_program(folder, "typst", kTypst)));
  const ReportFixture f(app, "own");
  REQUIRE(f.save("Figures for the eyes of labour.").status == 201);
  CHECK(f.coordinator.get(f.path("/document.pdf")).body.find("Figures for") != std::string::npos);
  CHECK(f.other_writer.get(f.path("/document.pdf")).body.find("Figures for") == std::string::npos);
  CHECK(f.writer.get(f.path("/document.pdf")).body.find("Figures for") != std::string::npos);
  CHECK(app.anonymous().get(f.path("/document.pdf")).status == 401);
  CHECK(app.admin().get("/v1/reports/none/document.pdf").status == 404);
}

TEST_CASE("a missing program is named, and the service is ready without it") {
  TestApp app;
  const ReportFixture f(app);
  for (const char* extension : {"docx", "odt", "pdf"}) {
    const auto answer = f.coordinator.get(f.path("/document." + std::string(extension)));
    CHECK(answer.status == 501);
    CHECK(answer.code() == "converter_missing");
  }
  CHECK(f.coordinator.get(f.path("/document.html")).status == 200);
  const auto ready = app.anonymous().get("/readyz");
  CHECK(ready.status == 200);
  CHECK(ready.json()["converters"] ==
        Json{{"pandoc", nullptr}, {"typst", nullptr}, {"rsvg-convert", nullptr}, {"soffice", nullptr}});
}

TEST_CASE("a program that fails is told as what it is, again and again, and harms nothing else") {
  const TemporaryFolder folder;
  for (const char* script : {"exit 1", "sleep 30", "kill -SEGV $$", "echo rubbish > report.pdf"}) {
    CAPTURE(script);
    Config config = with(fake_program(folder, "typst", script));
    config.converter_seconds = 2;
    TestApp app(config);
    const ReportFixture f(app);
    for (int i = 0; i < 2; ++i) {
      const auto answer = f.coordinator.get(f.path("/document.pdf"));
      CHECK(answer.status == 502);
      CHECK(answer.code() == "conversion_failed");
    }
    CHECK(f.coordinator.get(f.path("/status")).status == 200);
    CHECK(app.anonymous().get("/readyz").json()["converters"]["typst"] == "57.2");
  }
}

TEST_CASE("thirty who ask for a PDF at once get it from one run, and status is answered meanwhile") {
  const TemporaryFolder folder;
  const std::string go = folder.file("go");
  TestApp app(with(fake_program(folder, "typst", "until [ -e " + go + " ]; do sleep 0.05; done\n" + kTypst)));
  const ReportFixture f(app);
  std::vector<std::future<Answer>> all;
  for (int i = 0; i < 30; ++i) {
    all.push_back(std::async(std::launch::async, [&] { return f.coordinator.get(f.path("/document.pdf")); }));
  }
  CHECK(f.coordinator.get(f.path("/status")).status == 200);
  std::ofstream(go) << "now";
  for (auto& one : all) CHECK(one.get().status == 200);
  CHECK(runs_of_fakes(folder) == 1);
}

TEST_CASE("who asks for more files at once than are made is told when to come again") {
  const TemporaryFolder folder;
  const std::string go = folder.file("go");
  Config config = with(fake_program(folder, "typst", "until [ -e " + go + " ]; do sleep 0.05; done\n" + kTypst));
  config.converters = 1;
  TestApp app(config);
  const ReportFixture f(app);
  CHECK(app.anonymous().get("/readyz").status == 200);
  auto first = std::async(std::launch::async, [&] { return f.coordinator.get(f.path("/document.pdf?language=en")); });
  while (runs_of_fakes(folder) == 0) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  const auto busy = f.coordinator.get(f.path("/document.pdf?language=ru"));
  CHECK(busy.status == 503);
  CHECK(busy.code() == "converters_busy");
  CHECK(busy.header("Retry-After") == "5");
  std::ofstream(go) << "now";
  CHECK(first.get().status == 200);
  CHECK(f.coordinator.get(f.path("/document.pdf?language=ru")).status == 200);
}
