// Jobs that make the report in several formats and languages, for an archive or an edition.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/report/export.hpp"
#include "store/database/database.hpp"

namespace store {

// Gives its number.
std::int64_t insert_export(WriteTx& tx, const domain::Export& wanted);
// Stores how it ended; nothing where it was removed meanwhile.
void finish_export(WriteTx& tx, const domain::Export& ended);
// Nothing happens where it has ended.
void cancel_export(WriteTx& tx, std::int64_t number, const std::string& user);
bool any_export_before(ReadTx& tx, domain::Millis before);
// Removes those that ended before a time.
void forget_exports(WriteTx& tx, domain::Millis before);

std::optional<domain::Export> find_export(ReadTx& tx, std::int64_t number);
// Newest first, below a number (0: from the newest).
std::vector<domain::Export> list_exports(ReadTx& tx, const std::string& report, std::int64_t below, int limit);

// The one whose turn is next.
std::optional<std::int64_t> next_export(ReadTx& tx);
// Those of a person that wait or run, oldest first.
std::vector<std::int64_t> list_unfinished_exports(ReadTx& tx, const std::string& user);
// Those that wait or run, below a number; 0: all.
std::int64_t count_unfinished_exports(ReadTx& tx, std::int64_t below = 0);

}  // namespace store
