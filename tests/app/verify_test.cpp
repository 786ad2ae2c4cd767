#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "support/api_app.hpp"
#include "support/tamper.hpp"
#include "usecases/operation/verify.hpp"

using namespace support;

namespace {

// A report that was worked on in every way that a table of the present remembers.
struct Worked {
  Worked() {
    REQUIRE(f.save("A text.").status == 201);
    REQUIRE(f.save("A text, better.").status == 200);
    f.approve();
    REQUIRE(f.save("Another text.", "obj-08").status == 201);
    REQUIRE(
        f.coordinator.patch(f.section("obj-08"), {{"due_on", "2026-03-01"}, {"due_reason", "Late figures."}}).status ==
        200);
    REQUIRE(app.admin().patch("/v1/agencies/health", {{"active", false}}).status == 200);
    REQUIRE(app.admin().patch("/v1/users/writer", {{"email", "writer@example.org"}}).status == 200);
    REQUIRE(f.coordinator.patch(f.path(), {{"title", {{"en", "New title"}}}}).status == 200);
  }

  TestApp app;
  ReportFixture f{app};
};

usecases::Verification after(const std::string& change) {
  const Worked worked;
  tamper(worked.app.database(), change);
  return usecases::verify(worked.app.database());
}

// Finds the change, in words that name this table.
bool finds(const std::string& change, const std::string& table) {
  const auto found = after(change);
  return std::ranges::any_of(found.problems, [&](const auto& problem) { return problem.find(table) != problem.npos; });
}

}  // namespace

TEST_CASE("a database that was worked on in every way is clean, and each table is compared or named") {
  const Worked worked;
  const auto found = usecases::verify(worked.app.database());
  std::string problems;
  for (const auto& problem : found.problems) problems += problem + "\n";
  INFO(problems);
  CHECK(problems.empty());
  const std::map<std::string, std::int64_t> rows(found.rows.begin(), found.rows.end());
  CHECK(rows.at("events") == found.events);
  CHECK(rows.at("users") > 0);
  CHECK(rows.at("sections") > 0);
  for (const char* name : {"tokens.hash", "idempotency_keys", "exports"}) {
    CHECK(std::ranges::find(found.not_covered, name) != found.not_covered.end());
  }
}

TEST_CASE("verify finds a change of any table of the present") {
  CHECK(finds("UPDATE users SET name = 'Somebody'", "users"));
  CHECK(finds("UPDATE users SET email = 'other@example.org' WHERE email IS NOT NULL", "users"));
  CHECK(finds("UPDATE users SET active = 0", "users"));
  CHECK(finds("INSERT INTO posts (user, role) VALUES ('writer', 'coordinator')", "posts"));
  CHECK(finds("UPDATE posts SET until_day = NULL, role = 'admin' WHERE user = 'writer'", "posts"));
  CHECK(finds("DELETE FROM posts WHERE user = 'writer'", "posts"));
  CHECK(
      finds("INSERT INTO tokens (user, hash, label, scopes, created_at) VALUES ('admin', printf('%064d', 7), 'x', "
            "'[\"read\"]', 0)",
            "tokens"));
  CHECK(finds("UPDATE tokens SET scopes = '[\"manage\"]'", "tokens"));
  CHECK(finds("UPDATE tokens SET expires_at = 7", "tokens"));
  CHECK(finds("UPDATE agencies SET active = 1", "agencies"));
  CHECK(finds("UPDATE agencies SET title = '{}' WHERE id = 'labour'", "agencies"));
  CHECK(finds("UPDATE formats SET source = source || ' '", "formats"));
  CHECK(finds("UPDATE reports SET visibility = 'shared'", "reports"));
  CHECK(finds("UPDATE reports SET country = 'XXX'", "reports"));
  CHECK(finds("UPDATE sections SET state = 'approved' WHERE id = 'obj-08'", "sections"));
  CHECK(finds("UPDATE sections SET lead = 'health' WHERE id = 'obj-08'", "sections"));
  CHECK(finds("UPDATE sections SET due_reason = 'Otherwise.' WHERE id = 'obj-08'", "sections"));
  CHECK(finds("UPDATE sections SET position = position + 1000 WHERE id = 'obj-09'", "sections"));
  CHECK(finds("UPDATE texts SET confirmed = 0", "texts"));
  CHECK(finds("DELETE FROM section_writers", "section_writers"));
}

TEST_CASE("verify finds a change of any table of history") {
  CHECK(finds("UPDATE transitions SET reason = 'Otherwise.'", "acts of the review"));
  CHECK(finds("UPDATE transitions SET to_state = 'approved' WHERE action = 'submit'", "acts of the review"));
  CHECK(finds("DELETE FROM transitions WHERE action = 'submit'", "acts of the review are missing"));
  CHECK(finds("DELETE FROM confirmations", "confirmations are missing"));
  CHECK(finds("UPDATE confirmations SET revision = 1", "confirmations differ"));
  CHECK(finds("UPDATE section_versions SET state = 'approved' WHERE section = 'obj-08'", "section_versions"));
  CHECK(finds("DELETE FROM section_versions WHERE section = 'obj-08'", "section_versions"));
  CHECK(finds("UPDATE report_versions SET forum_date = '2027-01-01'", "report_versions"));
  CHECK(finds("UPDATE agency_versions SET title = '{}'", "agency_versions"));
  CHECK(finds("UPDATE revisions SET note = 'Agreed with the minister.'", "differs from what the event says"));
}

TEST_CASE("verify compares tables, indexes and triggers with what the migrations make") {
  CHECK(finds("CREATE TRIGGER quiet AFTER INSERT ON texts BEGIN SELECT 1; END", "trigger 'quiet'"));
  CHECK(finds("CREATE VIEW shown AS SELECT 1", "view 'shown'"));
  CHECK(finds("CREATE TABLE hidden (x)", "table 'hidden'"));
  CHECK(finds("DROP INDEX revisions_by_event", "index 'revisions_by_event' is missing"));
  CHECK(finds("ALTER TABLE tokens ADD COLUMN secret TEXT", "table 'tokens'"));
  const Worked worked;
  store::Connection(worked.app.database(), store::Access::read_write).execute("DROP TRIGGER events_kept");
  CHECK(usecases::verify(worked.app.database()).problems ==
        std::vector<std::string>{"the trigger 'events_kept' is missing"});
}
