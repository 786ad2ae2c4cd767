// Databases for tests below the use cases: a fresh one on a clock that the test moves, and one with a section.
#pragma once

#include "store/database.hpp"
#include "store/events.hpp"
#include "store/hash.hpp"
#include "store/people.hpp"
#include "store/reports.hpp"
#include "store/sections.hpp"
#include "store/texts.hpp"
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
  std::vector<store::Event> events() {
    return database.read([](store::ReadTx& tx) { return store::list_events(tx, std::nullopt, 0, 100'000); });
  }
};

// Report `r` with the section `s`, made with event 1; each save then is one event.
struct StoredSection : OpenDatabase {
  StoredSection() {
    database.write([](store::WriteTx& tx) {
      store::Query(
          tx.connection,
          "INSERT INTO formats (id, version, title, source, sha256, stored_at) VALUES ('f', 1, '{}', '', '', 0)")
          .run();
      store::Query(tx.connection,
                   "INSERT INTO agencies (id, title, short_title, created_at, updated_at) "
                   "VALUES ('labour', '{}', '{}', 0, 0)")
          .run();
      store::insert_user(tx, {"writer", "Writer", std::nullopt});
      const auto event = store::append_event(tx, "report.created", {"r", ""}, {}, {{"country", "TKM"}});
      store::insert_report(tx, {"r", "f", 1, "TKM", {{"en", "Old title"}}, "2026-05-05", {"en"}, "en", "own", "UTC"},
                           event);
      store::Section section;
      section.report = "r";
      section.id = "s";
      store::insert_section(tx, section, event);
    });
  }

  // Saves a revision of the English text; gives the event.
  std::int64_t save(std::int64_t number, const std::string& text) {
    store::Revision revision;
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
};

}  // namespace support
