// What a service of the release before had in its database: reports in every state, and people and names as unlucky as
// they may be.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "support/earlier_database.hpp"
#include "support/full_desk.hpp"

namespace support {

struct EarlierDesk : PublishedDesk {
  EarlierDesk() {
    write();
    publish();
    REQUIRE(f.coordinator.patch(f.section("obj-10"), {{"lead", "labour"}}).status == 200);
    REQUIRE(f.save("A text.", "obj-10").status == 201);
    std::string longest;
    while (longest.size() < 150'000) longest += "Ýaşaýyş jaýy. ";
    const auto saved = f.save(longest, "obj-10");
    REQUIRE_MESSAGE(saved.status == 200, saved.body);
    make_people();
    make_reports();
  }

  // Copies it as it is now into a database of then.
  void write_earlier(const std::string& path) const {
    const TemporaryFolder whole;
    store::Connection(app.database(), store::Access::read_write)
        .execute(("VACUUM INTO '" + whole.file("whole.sqlite") + "'").c_str());
    std::filesystem::remove(path);
    make_earlier_database(whole.file("whole.sqlite"), path, kSchemaBeforePreparation);
  }

  // The service goes on with the database of then.
  void go_on_from_then() {
    const std::string earlier = folder.file("earlier.sqlite");
    write_earlier(earlier);
    app.restart([&] {
      for (const char* rest : {"-wal", "-shm"}) std::filesystem::remove(app.database() + rest);
      std::filesystem::copy_file(earlier, app.database(), std::filesystem::copy_options::overwrite_existing);
    });
  }

  // Where the service has another port by now.
  Caller now(const Caller& before) const { return app.with_token(before.token()); }

 private:
  void make_people() const {
    const Caller admin = app.admin();
    const std::string longest = "Ý" + std::string(197, 'a') + "\xF0\x9F\x98\x80";  // 200 characters, no mail address
    REQUIRE(admin.post("/v1/users", {{"id", "nobody-yet"}, {"name", longest}}).status == 201);
    app.person("of-many-posts", {{{"role", "observer"}, {"ends_on", "2025-12-31"}},
                                 {{"role", "contributor"}, {"agency", "labour"}},
                                 {{"role", "contributor"}, {"agency", "labour"}, {"starts_on", "2026-06-01"}},
                                 {{"role", "head"}, {"agency", "health"}},
                                 {{"role", "translator"}, {"languages", {"ru", "tk"}}}});
    app.person("gone", {{{"role", "head"}, {"agency", "labour"}}});
    REQUIRE(admin.patch("/v1/users/gone", {{"active", false}}).status == 200);
    REQUIRE(admin.patch("/v1/users/head", {{"email", "head@labour.example"}}).status == 200);
    app.agency("dissolved");
    REQUIRE(f.coordinator.patch(f.section("obj-20"), {{"lead", "dissolved"}}).status == 200);
    REQUIRE(admin.patch("/v1/agencies/dissolved", {{"active", false}}).status == 200);
  }

  void make_report(const std::string& id, const std::string& format, const std::string& forum) const {
    const Json body{{"id", id},
                    {"format", format},
                    {"country", "TKM"},
                    {"title", {{"en", "Report " + id}}},
                    {"forum_date", forum},
                    {"languages", {"en"}},
                    {"source_language", "en"},
                    {"visibility", "own"},
                    {"time_zone", "Pacific/Kiritimati"}};
    const auto made = f.coordinator.post("/v1/reports", body);
    REQUIRE_MESSAGE(made.status == 201, made.body);
  }

  // One that nobody works on, one at either end of the calendar, and one that was submitted.
  void make_reports() const {
    make_report("untouched", "upr", "2027-01-20");
    make_report("long-ago", "sdg-vnr", "1990-07-14");
    make_report("far-ahead", "gcm-imrf", "9999-12-31");
    make_report("submitted", "upr", "2026-02-01");
    const Json last{{"name", "Final"}, {"kind", "final"}, {"override_reason", "The forum waits."}};
    REQUIRE(freeze_edition(f.coordinator, "/v1/reports/submitted", last).status == 200);
    const Json sent{{"edition", 1}, {"addressee", "Council"}, {"channel", "Note"}, {"sent_on", "2026-01-14"}};
    REQUIRE(f.coordinator.post("/v1/reports/submitted/submissions", sent).status == 201);
  }
};

}  // namespace support
