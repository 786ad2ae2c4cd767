// The glossaries of reports; each saved version stays.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "domain/text/glossary_version.hpp"
#include "store/database/database.hpp"

namespace store {

// It becomes the report's newest. Author and time are those of the event.
void insert_glossary(WriteTx& tx, const domain::GlossaryVersion& glossary);
// The newest. Nothing: none was saved for this report.
std::optional<domain::GlossaryVersion> find_glossary(ReadTx& tx, const std::string& report);

// The entries of the newest as of an event, as JSON; empty: none was saved then.
std::string glossary_entries_at(ReadTx& tx, const std::string& report, std::int64_t event);

// For `verify`: every version with its hash as its event recorded it; empty: no event did.
void visit_glossaries(
    ReadTx& tx,
    const std::function<void(const domain::GlossaryVersion& glossary, const std::string& recorded_hash)>& visitor);
// Versions that events recorded and that are not there, and reports that do not name their newest one.
std::int64_t count_lost_glossaries(ReadTx& tx);

}  // namespace store
