// A report of the last cycle beside the one of a ReportFixture: `tkm-2022`, in English and Russian, obj-07 led by
// `labour`. Its texts are the coordinator's, but for those that `labour` writes.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "support/api_app.hpp"

namespace support {

struct LastCycle {
  explicit LastCycle(const ReportFixture& fixture, const std::string& visibility = "own") : f(fixture) {
    const Json body{{"id", report},
                    {"format", "gcm-imrf"},
                    {"country", "TKM"},
                    {"title", {{"en", "National report of 2022"}}},
                    {"forum_date", "2022-05-17"},
                    {"languages", {"en", "ru"}},
                    {"source_language", "en"},
                    {"visibility", visibility},
                    {"time_zone", "Asia/Ashgabat"}};
    REQUIRE(f.coordinator.post("/v1/reports", body).status == 201);
    REQUIRE(f.coordinator.patch(section("obj-07"), {{"lead", "labour"}}).status == 200);
  }

  std::string path(const std::string& rest = "") const { return "/v1/reports/" + report + rest; }
  std::string section(const std::string& id, const std::string& rest = "") const {
    return path("/sections/" + id + rest);
  }
  void save(const std::string& id, const std::string& language, const std::string& markdown) const {
    const std::string address = section(id, "/texts/" + language);
    const Caller& caller = id == "obj-07" ? f.writer : f.coordinator;
    const auto present = caller.get(address);
    const HeaderMap headers =
        present.status == 200 ? HeaderMap{{"If-Match", present.etag()}} : HeaderMap{{"If-None-Match", "*"}};
    REQUIRE(caller.put(address, {{"markdown", markdown}}, headers).status < 300);
  }
  Answer act(const Caller& caller, const std::string& id, const Json& body) const {
    return caller.post(section(id, "/transitions"), body);
  }
  void approve(const std::string& id) const {
    Json named;
    const Json texts = f.coordinator.get(section(id)).json().at("texts");
    for (const auto& text : texts) named[text.at("language").get<std::string>()] = text.at("revision");
    REQUIRE(act(f.head, id, {{"action", "submit"}, {"revisions", named}}).status == 201);
    for (const Caller* reviewer : {&f.coordinator, &f.ministry}) {
      REQUIRE(act(*reviewer, id, {{"action", "approve"}, {"revisions", named}}).status == 201);
    }
  }
  void reopen(const std::string& id) const {
    REQUIRE(act(f.coordinator, id, {{"action", "reopen"}, {"reason", "Once more."}}).status == 201);
  }

  const ReportFixture& f;
  std::string report = "tkm-2022";
};

}  // namespace support
