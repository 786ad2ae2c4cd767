// What is made of a report depends on the report alone: not on the process, its surroundings or the hour.
#include <doctest/doctest.h>
#include <signal.h>

#include <filesystem>

#include "service_program.hpp"
#include "support/converting.hpp"
#include "support/pictures.hpp"
#include "written_report.hpp"

using namespace support;

namespace {

const std::string kReportPath = "/v1/reports/r";

constexpr const char* kWholeText =
    "## Figures\n\nFigures *of the year*, with a note.[^1]\n\n**Table.** Permits (chart: bar)\n\n"
    "| Area | 2024 | 2025 |\n| --- | --: | --: |\n| Ahal | 58 | 91 |\n| Mary | 1,204 | n/a |\n\n"
    "![The border](map.png \"Crossings\")\n\n[^1]: Rounded.\n";

void write_report(const Caller& admin) {
  make_report(admin);
  REQUIRE(admin.patch(kReportPath, {{"languages", {"en", "ru"}}}).status == 200);
  REQUIRE(admin.patch(kReportPath + "/sections/obj-07", {{"lead", "labour"}}).status == 200);
  REQUIRE(admin.put(text_path("obj-07"), {{"markdown", kWholeText}}, {{"If-None-Match", "*"}}).status == 201);
  const HeaderMap picture{{"If-None-Match", "*"}, {"Content-Type", "image/png"}};
  REQUIRE(admin.send("PUT", kReportPath + "/sections/obj-07/pictures/map.png", png(30, 20), picture).status == 201);
  REQUIRE(admin.put(text_path("obj-08"), {{"markdown", "Nobody was lost."}}, {{"If-None-Match", "*"}}).status == 201);
}

std::string exported(const Caller& admin) {
  const auto asked = admin.post(kReportPath + "/exports", {{"formats", {"docx", "md"}}, {"languages", {"en", "ru"}}});
  REQUIRE(asked.status == 202);
  const std::string address = asked.header("Location");
  std::string state = "waiting";
  while (state == "waiting" || state == "running") state = admin.get(address + "?wait=10").json().at("state");
  REQUIRE(state == "done");
  return admin.get(address + "/export.zip").body;
}

// By address: the ETag and the bytes of all that is made of the report.
std::map<std::string, std::string> made_by(ChildService& service, const std::string& token) {
  const Caller admin(service.port(), token);
  std::map<std::string, std::string> made{{"export.zip", exported(admin)}};
  for (const char* file :
       {"document.md", "document.html", "document.json", "document.docx", "document.odt", "document.pdf",
        "document.html?language=ru", "forms/labour.docx", "translations.xlf?language=ru"}) {
    const auto answer = admin.get(kReportPath + "/" + file);
    REQUIRE_MESSAGE(answer.status == 200, file, ": ", answer.body);
    made[file] = answer.etag() + "\n" + answer.body;
  }
  return made;
}

}  // namespace

TEST_CASE("another process, in other surroundings and at another hour, makes the same bytes of the same report") {
  static_cast<void>(with_real_programs());
  const TemporaryFolder folder;
  const TemporaryFolder elsewhere;
  std::string token;
  std::map<std::string, std::string> before;
  {
    ChildService service(service_program(), folder.file("test.sqlite"));
    service.wait_until_ready();
    token = service.token();
    write_report({service.port(), token});
    before = made_by(service, token);
    stop_and_verify(service, folder.file("test.sqlite"));
  }
  std::filesystem::copy_file(folder.file("test.sqlite"), elsewhere.file("copy.sqlite"));
  const std::vector<std::string> surroundings{"/usr/bin/env",
                                              "-C",
                                              elsewhere.path(),
                                              "HOME=" + elsewhere.path(),
                                              "TMPDIR=" + elsewhere.path(),
                                              "USER=nobody",
                                              "LANG=tr_TR.UTF-8",
                                              "LC_ALL=tr_TR.UTF-8",
                                              "TZ=Pacific/Kiritimati",
                                              "nice",
                                              "-n",
                                              "3",
                                              "/bin/sh",
                                              "-c",
                                              "umask 077; exec \"$@\"",
                                              "sh"};
  ChildService service(service_program(), elsewhere.file("copy.sqlite"), surroundings);
  service.wait_until_ready();
  const auto after = made_by(service, token);
  for (const auto& [file, bytes] : before) {
    CAPTURE(file);
    const bool same = after.at(file) == bytes;
    CHECK(same);
  }
}
