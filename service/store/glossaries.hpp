// The glossaries of reports; each saved version stays.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "domain/actor.hpp"
#include "store/database.hpp"

namespace store {

struct GlossaryVersion {
  std::string report;
  std::int64_t version = 0;  // from 1
  std::int64_t event = 0;
  std::string entries;  // JSON
  std::string sha256;   // of the entries
  domain::Author by;
  domain::Millis saved_at = 0;
};

// It becomes the report's newest. Author and time are those of the event.
void insert_glossary(WriteTx& tx, const GlossaryVersion& glossary);
// The newest. Nothing: none was saved for this report.
std::optional<GlossaryVersion> find_glossary(ReadTx& tx, const std::string& report);

// For `verify`: every version with its hash as its event recorded it; empty: no event did.
void visit_glossaries(
    ReadTx& tx, const std::function<void(const GlossaryVersion& glossary, const std::string& recorded_hash)>& visitor);
// Versions that events recorded and that are not there, and reports that do not name their newest one.
std::int64_t count_lost_glossaries(ReadTx& tx);

}  // namespace store
