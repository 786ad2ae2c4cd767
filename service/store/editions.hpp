// Frozen editions and their files.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "domain/actor.hpp"
#include "store/database.hpp"

namespace store {

struct Withdrawal {
  std::int64_t event = 0;
  domain::Millis at = 0;
  std::string by;  // user
  std::string reason;
};

struct Edition {
  std::string report;
  std::int64_t number = 0;  // from 1, by report
  std::string name;
  std::string kind;       // "draft" or "final"
  std::string selection;  // "approved" or "latest"
  std::vector<std::string> languages;
  std::optional<std::string> override_reason;
  std::int64_t content_event = 0;
  std::int64_t event = 0;
  std::string manifest;  // JSON
  domain::Author by;
  domain::Millis frozen_at = 0;
  std::optional<Withdrawal> withdrawal;
};

std::int64_t next_edition_number(ReadTx& tx, const std::string& report);
void insert_edition(WriteTx& tx, const Edition& edition);
void insert_edition_file(WriteTx& tx, const Edition& edition, const std::string& name, const std::string& content);
void withdraw_edition(WriteTx& tx, const std::string& report, std::int64_t number, const Withdrawal& withdrawal);

std::optional<Edition> find_edition(ReadTx& tx, const std::string& report, std::int64_t number);
// Newest first, below a number (0: from the newest).
std::vector<Edition> list_editions(ReadTx& tx, const std::string& report, std::int64_t below, int limit);

std::optional<std::string> find_edition_file(ReadTx& tx, const std::string& report, std::int64_t number,
                                             const std::string& name);
// Every edition of every report with the manifest's hash as its event recorded it, for `verify`.
void visit_editions(ReadTx& tx, const std::function<void(const Edition&, const std::string& recorded_hash)>& visitor);

}  // namespace store
