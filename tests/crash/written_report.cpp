#include "written_report.hpp"
#include "service_program.hpp"

#include <doctest/doctest.h>
#include <httplib.h>
#include <signal.h>

#include <filesystem>

#include "usecases/operation/verify.hpp"

using namespace support;

void make_report(const Caller& admin) {
  REQUIRE(admin.post("/v1/agencies", {{"id", "labour"}, {"title", {{"en", "Labour"}}}}).status == 201);
  const Json report{{"id", "r"},
                    {"format", "gcm-imrf"},
                    {"country", "TKM"},
                    {"title", {{"en", "National report"}}},
                    {"forum_date", "2026-05-05"},
                    {"languages", {"en"}},
                    {"source_language", "en"},
                    {"visibility", "shared"},
                    {"time_zone", "Asia/Ashgabat"}};
  REQUIRE(admin.post("/v1/reports", report).status == 201);
}

std::string text_path(const std::string& section) { return "/v1/reports/r/sections/" + section + "/texts/en"; }

int save_next(int port, const std::string& token, const std::string& section, std::size_t revisions,
              const std::string& text) {
  httplib::Client client("127.0.0.1", port);
  client.set_read_timeout(20);
  const auto match = revisions == 0 ? std::make_pair("If-None-Match", std::string("*"))
                                    : std::make_pair("If-Match", "\"" + std::to_string(revisions) + "\"");
  const httplib::Headers headers{{"Authorization", "Bearer " + token}, {match.first, match.second}};
  const auto answer = client.Put(text_path(section).c_str(), headers, text, "text/markdown");
  return answer ? answer->status : 0;
}

void check_all_there(const Caller& reader, const Acknowledged& acknowledged) {
  for (const auto& [section, texts] : acknowledged) {
    if (texts.empty()) continue;
    CHECK(reader.get(text_path(section)).json().at("revision") == texts.size());
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const auto revision = reader.get(text_path(section) + "/revisions/" + std::to_string(i + 1));
      if (revision.status != 200 || revision.json().at("markdown") != texts[i]) ++wrong;
    }
    CHECK(wrong == 0);
  }
}

void stop_and_verify(ChildService& service, const std::string& database) {
  service.signal(SIGTERM);
  CHECK(service.wait_for_end() == 0);
  const std::string log = database + "-wal";
  CHECK((!std::filesystem::exists(log) || std::filesystem::file_size(log) == 0));
  const auto [code, printed] = run_program({service_program(), "verify", database}, database + ".verify");
  CHECK_MESSAGE(code == 0, printed);
  CHECK(printed.starts_with("ok: "));
}
