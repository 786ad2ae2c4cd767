// Databases for tests below the use cases: a fresh one on a clock that the test moves, and one with a section.
#pragma once

#include "store/database/database.hpp"
#include "store/database/hash.hpp"
#include "store/log/events.hpp"
#include "store/people/agencies.hpp"
#include "store/people/people.hpp"
#include "store/report/formats.hpp"
#include "store/report/reports.hpp"
#include "store/report/sections.hpp"
#include "store/report/texts.hpp"
#include "support/temporary_folder.hpp"

namespace support {

struct OpenDatabase {
  TemporaryFolder folder;
  domain::Millis now = 1'000'000;
  store::Database database{folder.file("test.sqlite"), [this] { return now; }};

  // Appends one event of that type; gives its id.
  std::int64_t append(const std::string& type) {
    std::int64_t id = 0;
    database.write([&](store::WriteTx& tx) { id = store::append_event(tx, type, {}, {}, nlohmann::json::object()); });
    return id;
  }
  std::vector<domain::Event> events() {
    return database.read([](store::ReadTx& tx) { return store::list_events(tx, std::nullopt, 0, 100'000).events; });
  }
};

// A format with the one section `s`.
inline const std::string kStoredFormat = R"(key: f
title: {en: F}
languages: [en]
review: {steps: [{key: coordinator, role: coordinator, title: {en: Coordinator}}]}
outline:
  - {key: s, title: {en: S}}
)";

// Report `r` with the section `s`, made with event 4 after its format, agency and writer; each save then is one event.
struct StoredSection : OpenDatabase {
  StoredSection() {
    database.write([](store::WriteTx& tx) {
      store_format(tx);
      const auto agency = store::append_event(
          tx, "agency.created", {}, {},
          {{"agency", "labour"}, {"title", nlohmann::json::object()}, {"short_title", nlohmann::json::object()}});
      store::insert_agency(tx, {"labour", {}, {}}, agency);
      store::insert_user(tx, {"writer", "Writer", std::nullopt});
      store::append_event(tx, "user.created", {}, {},
                          {{"user", "writer"}, {"name", "Writer"}, {"email_sha256", nullptr}});
      store_report(tx);
    });
  }

  // Saves a revision of the English text; gives the event.
  std::int64_t save(std::int64_t number, const std::string& text) {
    domain::Revision revision;
    revision.report = "r";
    revision.section = "s";
    revision.language = "en";
    revision.revision = number;
    revision.sha256 = store::sha256_hex(text);
    revision.author = {"writer", "", "labour", "contributor"};
    revision.markdown = text;
    database.write([&](store::WriteTx& tx) {
      const nlohmann::json data{{"language", "en"}, {"revision", number}, {"sha256", revision.sha256}, {"words", 0}};
      revision.event = store::append_event(tx, "text.saved", {"r", "s"}, revision.author, data);
      store::insert_revision(tx, revision);
    });
    return revision.event;
  }

 private:
  static void store_format(store::WriteTx& tx) {
    const std::string hash = store::sha256_hex(kStoredFormat);
    store::insert_format(tx, {"f", 1, {{"en", "F"}}, hash, tx.now}, kStoredFormat);
    store::append_event(tx, "format.stored", {}, {},
                        {{"format", "f"}, {"version", 1}, {"sha256", hash}, {"title", {{"en", "F"}}}});
  }

  static void store_report(store::WriteTx& tx) {
    const auto event = store::append_event(tx, "report.created", {"r", ""}, {},
                                           {{"country", "TKM"},
                                            {"format", "f"},
                                            {"format_version", 1},
                                            {"title", {{"en", "Old title"}}},
                                            {"forum_date", "2026-05-05"},
                                            {"languages", {"en"}},
                                            {"source_language", "en"},
                                            {"visibility", "own"},
                                            {"time_zone", "UTC"}});
    store::insert_report(tx, {"r", "f", 1, "TKM", {{"en", "Old title"}}, "2026-05-05", {"en"}, "en", "own", "UTC"},
                         event);
    domain::Section section;
    section.report = "r";
    section.id = "s";
    store::insert_section(tx, section, event);
  }
};

}  // namespace support
