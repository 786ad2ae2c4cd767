// Jobs that make the report in several formats and languages, for an archive or an edition.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/database.hpp"

namespace store {

struct Export {
  std::int64_t number = 0;  // of all reports; never given twice
  std::string report;
  std::vector<std::string> formats;  // "docx", ...
  std::vector<std::string> languages;
  std::string selection;  // "approved" or "latest"
  std::int64_t content_event = 0;
  domain::Millis content_at = 0;      // of that event; inserting takes it from there
  std::vector<std::string> readable;  // the sections whose texts the files show; sorted
  std::string user;
  domain::Millis requested_at = 0;
  std::optional<domain::Millis> finished_at;  // none: it waits or runs
  std::optional<std::string> failure;
  std::optional<std::int64_t> bytes;      // of the archive, or of the edition's files
  std::string sha256;                     // of the archive, or of the edition's manifest; empty: there is none
  std::string edition;                    // JSON: what edition is to be frozen; empty: none, an archive is made
  std::optional<std::int64_t> frozen_as;  // the number of the edition that came of it
};

// Gives its number.
std::int64_t insert_export(WriteTx& tx, const Export& wanted);
// Stores how it ended; nothing where it was removed meanwhile.
void finish_export(WriteTx& tx, const Export& ended);
void remove_export(WriteTx& tx, std::int64_t number);
bool any_export_before(ReadTx& tx, domain::Millis before);
// Removes those that ended before a time.
void forget_exports(WriteTx& tx, domain::Millis before);

std::optional<Export> find_export(ReadTx& tx, std::int64_t number);
// Newest first, below a number (0: from the newest).
std::vector<Export> list_exports(ReadTx& tx, const std::string& report, std::int64_t below, int limit);

// The one whose turn is next.
std::optional<std::int64_t> next_export(ReadTx& tx);
// Those of a person that wait or run, oldest first.
std::vector<std::int64_t> list_unfinished_exports(ReadTx& tx, const std::string& user);
// Those that wait or run, below a number; 0: all.
std::int64_t count_unfinished_exports(ReadTx& tx, std::int64_t below = 0);

}  // namespace store
