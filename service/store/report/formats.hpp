// Stored formats: every version that was ever loaded, as sent.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/report/format_version.hpp"
#include "store/database/database.hpp"

namespace store {

void insert_format(WriteTx& tx, const domain::FormatVersion& format, const std::string& source);
// version 0: the newest.
std::optional<domain::FormatVersion> find_format(ReadTx& tx, const std::string& id, std::int64_t version = 0);
std::string format_source(ReadTx& tx, const std::string& id, std::int64_t version);
// All versions, by id and version.
std::vector<domain::FormatVersion> list_formats(ReadTx& tx);

}  // namespace store
