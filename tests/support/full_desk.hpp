// Reports with something in every table.
#pragma once

#include <doctest/doctest.h>

#include "support/picture_desk.hpp"
#include "support/two_reports.hpp"

namespace support {

// A report that was written and published, with something in every table that there is for that.
struct PublishedDesk : PictureDesk {
  // Texts, promises, pictures and deadlines.
  void write() const {
    const LastCycle last(f);
    last.save("obj-07", "en", "A text of the last cycle.");
    last.approve("obj-07");
    const Json promise{{"text", {{"en", "A law."}}}, {"agency", "labour"}};
    REQUIRE(f.coordinator.post(last.path("/promises"), promise).status == 201);
    REQUIRE(f.coordinator.post(f.path("/prefill"), {{"from", last.report}}).status == 200);
    const Json kept{{"state", "kept"}, {"note", "It is in force."}};
    const auto answered = f.coordinator.patch(f.path("/promises/1"), kept);
    REQUIRE_MESSAGE(answered.status == 200, answered.body);
    REQUIRE(send_emblem(f, png(6, 6)).status == 201);
    REQUIRE(send("map.png", png(8, 4)).status == 201);
    const std::string path = f.section("obj-07", "/texts/en");
    REQUIRE(f.writer.put(path, {{"markdown", "![It](map.png)"}}, {{"If-Match", f.writer.get(path).etag()}}).status <
            300);
    f.approve();
    const Json days{{"agency_deadlines", {{"health", "2025-08-01"}}}};
    REQUIRE(f.coordinator.patch(f.section("obj-07"), days).status == 200);
    const Json more_time{{"section", "obj-08"}, {"agency", "labour"}, {"until", "2026-02-01"}, {"reason", "A survey."}};
    REQUIRE(f.coordinator.patch(f.section("obj-08"), {{"lead", "labour"}}).status == 200);
    REQUIRE(f.coordinator.post(f.path("/extensions"), more_time).status == 201);
    REQUIRE(f.coordinator.patch(f.path("/extensions/1"), {{"state", "granted"}, {"reason", "Once."}}).status == 200);
  }

  // A glossary, an edition that was sent and taken back.
  void publish() const {
    const Json entry{{"id", "law"}, {"terms", {{"en", {{"preferred", "law"}}}}}};
    const Json glossary{{"entries", {entry}}};
    const auto put =
        f.coordinator.put(f.path("/glossary"), glossary, {{"If-Match", f.coordinator.get(f.path("/glossary")).etag()}});
    REQUIRE_MESSAGE(put.status < 300, put.body);
    const Json edition{{"name", "For comments"}, {"kind", "draft"}};
    const auto job = f.coordinator.post(f.path("/editions"), edition, {{"Idempotency-Key", "once"}});
    REQUIRE(end_of_export(f.coordinator, job.header("Location")).at("state") == "done");
    const Json submission{{"edition", 1}, {"addressee", "Network"}, {"channel", "Note"}, {"sent_on", "2026-01-15"}};
    REQUIRE(f.coordinator.post(f.path("/submissions"), submission).status == 201);
    REQUIRE(
        f.coordinator.send("PUT", f.path("/submissions/1/receipt"), "%PDF-1.7\n", {{"Content-Type", "application/pdf"}})
            .status == 201);
    REQUIRE(f.coordinator.post(f.path("/editions/1/withdrawal"), {{"reason", "An error."}}).status == 200);
  }
};

// Beside that all that prepares a report.
struct FullDesk : PublishedDesk {
  FullDesk() {
    write();
    be_absent();
    const Json note{{"agency", "labour"}, {"note", "In time."}};
    REQUIRE(f.coordinator.post(f.path("/reminders"), note).status == 201);
    plan();
    meet();
    REQUIRE(f.writer.patch("/v1/me/mail", {{"rhythm", "each"}, {"language", "tk"}}).status == 200);
    publish();
  }

 private:
  // A meeting, an answer, a decision and minutes with something in every column.
  void meet() const {
    const Json called{{"title", "First"},    {"held_on", "2026-01-15"},         {"starts_at", "10:00"},
                      {"place", "Ashgabat"}, {"link", "https://example.org/m"}, {"organisers", {"Service"}},
                      {"partners", {"IOM"}}, {"agencies", {"labour"}},          {"topics", {"Stages"}}};
    REQUIRE(f.coordinator.post(f.path("/meetings"), called).status == 201);
    REQUIRE(f.coordinator.post(f.path("/meetings"), called).status == 201);
    REQUIRE(f.coordinator.patch(f.path("/meetings/1"), {{"state", "held"}}).status == 200);
    REQUIRE(f.coordinator.patch(f.path("/meetings/2"), {{"state", "cancelled"}, {"reason", "No room."}}).status == 200);
    const Json answer{{"ready", false}, {"lacks", "Figures."}, {"attends", "Two experts"}, {"agency", "labour"}};
    REQUIRE(f.coordinator.post(f.path("/meetings/1/answers"), answer).status == 201);
    const Json decision{{"text", "Send figures."}, {"task", {{"agency", "labour"}}}};
    REQUIRE(f.coordinator.post(f.path("/meetings/1/decisions"), decision).status == 201);
    const std::string minutes = f.path("/meetings/1/minutes");
    const auto tag = f.coordinator.get(minutes).etag();
    REQUIRE(f.coordinator.put(minutes, Json{{"markdown", "Agreed."}}, {{"If-Match", tag}}).status == 200);
  }

  // Tasks and requests with something in every column.
  void plan() const {
    const Json dated{{"title", "Agree."}, {"note", "Soon."}, {"agency", "labour"}, {"due_on", "2026-02-01"}};
    const Json counted{{"title", "Translate."}, {"role", "translator"}, {"due", {{"stage", "collect"}, {"days", -7}}},
                       {"section", "obj-07"},   {"stage", "collect"},   {"depends_on", {1}}};
    REQUIRE(f.coordinator.post(f.path("/tasks"), dated).status == 201);
    REQUIRE(f.coordinator.post(f.path("/tasks"), counted).status == 201);
    REQUIRE(f.coordinator.patch(f.path("/tasks/1"), {{"state", "dropped"}, {"reason", "No need."}}).status == 200);
    const Json help{{"title", "Edit."},  {"note", "In May."},  {"partner", "IOM"},
                    {"kind", "funds"},   {"task", 1},          {"amount", "5.50"},
                    {"currency", "USD"}, {"agency", "labour"}, {"needed_by", "2026-02-01"}};
    REQUIRE(f.coordinator.post(f.path("/assistance"), help).status == 201);
    for (const Json& next : {Json{{"state", "requested"}}, Json{{"state", "agreed"}, {"answer", "Yes."}},
                             Json{{"state", "received"}, {"outcome", "It came."}}}) {
      REQUIRE(f.coordinator.patch(f.path("/assistance/1"), next).status == 200);
    }
  }

  // One absence is ended; in the other a deputy acts, and one in whose place somebody has come.
  void be_absent() {
    const std::string absences = "/v1/users/writer/absences";
    const Json away{{"starts_on", "2026-01-15"}, {"ends_on", "2026-01-16"}, {"deputy", "observer"}};
    const auto first = f.writer.post(absences, away);
    REQUIRE(first.status == 201);
    REQUIRE(f.writer.send("DELETE", first.header("Location"), "", {{"If-Match", first.etag()}}).status == 204);
    REQUIRE(f.writer.post(absences, away).status == 201);
    REQUIRE(f.coordinator.patch(f.section("obj-09"), {{"lead", "labour"}}).status == 200);
    const HeaderMap none_yet{{"If-None-Match", "*"}};
    REQUIRE(f.observer.put(f.section("obj-09", "/texts/en"), {{"markdown", "By a deputy."}}, none_yet).status == 201);
    app.person("leaver", {{{"role", "translator"}}});
    const Json order{{"successor", "other-writer"}, {"note", "Retired."}};
    REQUIRE(app.admin().post("/v1/users/leaver/handover", order).status == 200);
  }
};

}  // namespace support
