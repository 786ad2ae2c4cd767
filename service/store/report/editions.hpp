// Frozen editions and their files.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "domain/report/edition.hpp"
#include "store/database/database.hpp"

namespace store {

std::int64_t next_edition_number(ReadTx& tx, const std::string& report);
void insert_edition(WriteTx& tx, const domain::Edition& edition);
void insert_edition_file(WriteTx& tx, const domain::Edition& edition, const std::string& name,
                         const std::string& content);
void withdraw_edition(WriteTx& tx, const std::string& report, std::int64_t number,
                      const domain::Withdrawal& withdrawal);

std::optional<domain::Edition> find_edition(ReadTx& tx, const std::string& report, std::int64_t number);
// Newest first, below a number (0: from the newest).
std::vector<domain::Edition> list_editions(ReadTx& tx, const std::string& report, std::int64_t below, int limit);

std::optional<std::string> find_edition_file(ReadTx& tx, const std::string& report, std::int64_t number,
                                             const std::string& name);
// Every edition of every report with the manifest's hash as its event recorded it, for `verify`.
void visit_editions(ReadTx& tx,
                    const std::function<void(const domain::Edition&, const std::string& recorded_hash)>& visitor);

}  // namespace store
