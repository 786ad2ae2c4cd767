// Somebody is away, and somebody else acts in their posts.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "support/api_app.hpp"
#include "support/converting.hpp"

namespace support {

// A report whose people may be absent; it is 15 January 2026, 9:00 in the service's time zone.
struct DeputyDesk {
  TemporaryFolder folder;
  TestApp app{with_converters(folder)};
  ReportFixture f{app};

  static std::string absences_of(const std::string& user) { return "/v1/users/" + user + "/absences"; }

  // From one day until another; who asks is an admin where nobody is named.
  Answer away(const std::string& user, const std::string& deputy, const std::string& from = "2026-01-15",
              const std::string& until = "2026-01-16", const Json& more = Json::object()) const {
    Json body{{"starts_on", from}, {"ends_on", until}, {"deputy", deputy}};
    body.update(more);
    return app.admin().post(absences_of(user), body);
  }

  Answer end(const Caller& caller, const Answer& absence) const {
    const std::string path = absence.header("Location");
    return caller.send("DELETE", path, "", {{"If-Match", app.admin().get(path).etag()}});
  }

  // The first or next text of obj-07.
  Answer write(const Caller& caller, const std::string& text, const std::string& language = "en") const {
    const std::string path = f.section("obj-07", "/texts/" + language);
    const auto present = caller.get(path);
    const auto condition =
        present.status == 200 ? HeaderMap{{"If-Match", present.etag()}} : HeaderMap{{"If-None-Match", "*"}};
    return caller.put(path, {{"markdown", text}}, condition);
  }

  Answer approve(const Caller& caller) const { return f.act(caller, "approve", {{"revisions", f.newest()}}); }
};

}  // namespace support
