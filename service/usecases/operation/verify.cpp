#include "usecases/operation/verify.hpp"

#include <nlohmann/json.hpp>

#include "store/database/file.hpp"
#include "store/database/hash.hpp"
#include "store/database/migrate.hpp"
#include "store/database/schema.hpp"
#include "store/log/verified_rows.hpp"
#include "store/preparation/meetings.hpp"
#include "store/report/editions.hpp"
#include "store/report/emblems.hpp"
#include "store/report/glossaries.hpp"
#include "store/report/pictures.hpp"
#include "store/report/promises.hpp"
#include "store/report/submissions.hpp"
#include "store/report/texts.hpp"
#include "usecases/operation/replay_check.hpp"

namespace usecases {
namespace {

bool hash_fits(const domain::Event& event) {
  try {
    return store::event_hash(event) == event.hash;
  } catch (const nlohmann::json::exception&) {
    return false;  // bytes that are no UTF-8: no event was ever stored with such
  }
}

// Empty: this event follows the one before it.
std::string fault_of(const domain::Event& event, std::int64_t expected_id, const std::string& expected_prev) {
  const std::string name = "event " + std::to_string(event.id);
  if (event.id != expected_id) {
    return "event " + std::to_string(expected_id) + " is missing: the next stored one is " + name;
  }
  if (event.prev_hash != expected_prev) return name + " does not follow the event before it (prev_hash differs)";
  if (!hash_fits(event)) return name + " was changed after it was stored (hash differs)";
  return "";
}

void verify_texts(store::ReadTx& tx, Verification& result) {
  store::visit_recorded_texts(tx, [&](const store::RecordedText& saved) {
    ++result.revisions;
    const std::string fault = saved.fault(store::sha256_hex(saved.markdown));
    if (!fault.empty()) result.problems.push_back(fault);
    return fault.empty();
  });
  if (const auto lost = store::count_lost_texts(tx); lost > 0) {
    result.problems.push_back(std::to_string(lost) + " saved texts are missing that the events record");
  }
  if (const auto outdated = store::count_outdated_texts(tx); outdated > 0) {
    result.problems.push_back(std::to_string(outdated) + " texts are not shown in their newest revision");
  }
}

// The event has the manifest's hash, and the manifest that of every file.
void verify_editions(store::ReadTx& tx, Verification& result) {
  store::visit_editions(tx, [&](const domain::Edition& edition, const std::string& recorded_hash) {
    ++result.editions;
    const std::string name = "edition " + std::to_string(edition.number) + " of report " + edition.report;
    if (store::sha256_hex(edition.manifest) != recorded_hash) {
      result.problems.push_back("the manifest of " + name + " was changed after it was stored");
      return;
    }
    const auto manifest = nlohmann::json::parse(edition.manifest);
    for (const auto& listed : manifest.at("files")) {
      const std::string file = listed.at("name");
      const auto bytes = store::find_edition_file(tx, edition.report, edition.number, file);
      if (!bytes || store::sha256_hex(*bytes) != listed.at("sha256").get<std::string>()) {
        result.problems.push_back("the file '" + file + "' of " + name + (bytes ? " was changed" : " is missing"));
      }
    }
  });
}

void verify_submissions(store::ReadTx& tx, Verification& result) {
  const auto add = [&](const char* what, const store::SubmissionName& of) {
    result.problems.push_back(what + std::to_string(of.number) + " of report " + of.report +
                              " was changed after it was stored");
  };
  for (const auto& altered : store::list_altered_submissions(tx)) add("submission ", altered);
  store::visit_receipts(tx, [&](const auto& of, const std::string& content, const std::string& recorded_hash) {
    ++result.receipts;
    if (store::sha256_hex(content) != recorded_hash) add("the receipt of submission ", of);
  });
  if (const auto lost = store::count_lost_submissions(tx); lost > 0) {
    result.problems.push_back(std::to_string(lost) + " submissions or receipts are missing that the events record");
  }
}

void verify_pictures(store::ReadTx& tx, Verification& result) {
  store::visit_pictures(
      tx, [&](const domain::Picture& picture, const std::string& content, const std::string& recorded) {
        ++result.pictures;
        if (store::sha256_hex(content) == recorded) return;
        result.problems.push_back("version " + std::to_string(picture.version) + " of the picture '" + picture.name +
                                  "' of section " + picture.section + " was changed after it was stored");
      });
  if (const auto lost = store::count_lost_pictures(tx); lost > 0) {
    result.problems.push_back(std::to_string(lost) + " versions of pictures are missing that the events record");
  }
  if (const auto outdated = store::count_outdated_pictures(tx); outdated > 0) {
    result.problems.push_back(std::to_string(outdated) + " pictures are not shown in their newest version");
  }
}

void verify_glossaries(store::ReadTx& tx, Verification& result) {
  store::visit_glossaries(tx, [&](const domain::GlossaryVersion& glossary, const std::string& recorded_hash) {
    if (store::sha256_hex(glossary.entries) == recorded_hash) return;
    result.problems.push_back("version " + std::to_string(glossary.version) + " of the glossary of report " +
                              glossary.report + " was changed after it was stored");
  });
  if (const auto lost = store::count_lost_glossaries(tx); lost > 0) {
    result.problems.push_back(std::to_string(lost) + " glossaries are not as the events record them");
  }
}

void verify_minutes(store::ReadTx& tx, Verification& result) {
  for (const auto& meeting : store::changed_minutes(tx)) {
    result.problems.push_back("minutes of meeting " + meeting + " were changed after they were stored");
  }
}

// Gives false where an event is broken: what follows from it cannot be judged.
bool verify_chain(store::ReadTx& tx, Verification& result, ReplayCheck& replay) {
  std::string prev(64, '0');
  bool whole = true;
  store::visit_events(tx, [&](const domain::Event& event) {
    const std::string fault = fault_of(event, result.events + 1, prev);
    if (!fault.empty()) {
      result.problems.push_back(fault);
      return whole = false;
    }
    ++result.events;
    prev = event.hash;
    replay.next(tx, event, result);
    return true;
  });
  result.last_hash = prev;
  return whole;
}

void add(Verification& result, std::vector<std::string> faults) {
  for (auto& fault : faults) result.problems.push_back(std::move(fault));
}

void verify_all(store::Connection& connection, Verification& result) {
  store::ReadTx tx{connection};
  store::Query(connection, "BEGIN").run();
  ReplayCheck replay;
  const bool whole = verify_chain(tx, result, replay);
  verify_texts(tx, result);
  verify_editions(tx, result);
  verify_submissions(tx, result);
  add(result, store::promise_faults(tx));
  verify_pictures(tx, result);
  verify_glossaries(tx, result);
  verify_minutes(tx, result);
  add(result, store::emblem_faults(tx));
  add(result, store::recorded_row_faults(tx));
  if (whole) replay.finish(tx, result);
  add(result, store::schema_faults(connection));
  add(result, store::record_faults(connection));
  add(result, store::integrity_problems(tx));
  result.rows = store::count_rows(tx);
}

}  // namespace

Verification verify(const std::string& database) {
  const auto connection = store::open_untouched(database);
  store::require_ours(*connection);
  if (store::applied_schema(*connection) < store::newest_schema()) {
    // What an earlier version made is judged as it would be after the next start, on a copy that nobody keeps.
    store::Connection copy("", store::Access::read_write);
    store::copy_pages(*connection, copy);
    const auto faults = store::schema_faults(copy);
    store::migrate(copy, 0);
    Verification result = verify(copy);
    add(result, faults);
    return result;
  }
  return verify(*connection);
}

Verification verify(store::Connection& connection) {
  Verification result;
  try {
    verify_all(connection, result);
  } catch (const SQLite::Exception& error) {
    result.problems.push_back(std::string("the file is damaged: ") + error.what());
  } catch (const nlohmann::json::exception& error) {
    result.problems.push_back(std::string("something in the file is not what it should be: ") + error.what());
  }
  return result;
}

}  // namespace usecases
