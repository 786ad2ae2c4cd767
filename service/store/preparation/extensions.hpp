// Requests for more time, each with what was decided.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/preparation/extension.hpp"
#include "store/database/database.hpp"

namespace store {

std::int64_t next_extension_number(ReadTx& tx, const std::string& report);
void insert_extension(WriteTx& tx, const domain::Extension& extension);
// Its decision, which it did not have before.
void insert_extension_decision(WriteTx& tx, const domain::Extension& extension);

std::optional<domain::Extension> find_extension(ReadTx& tx, const std::string& report, std::int64_t number);
// By number, above one.
std::vector<domain::Extension> list_extensions(ReadTx& tx, const std::string& report,
                                               const domain::ExtensionFilter& filter, std::int64_t above, int limit);
// That an agency ever asked for a section.
int count_extensions(ReadTx& tx, const std::string& report, const std::string& section, const std::string& agency);

}  // namespace store
