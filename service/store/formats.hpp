// Stored formats: every version that was ever loaded, as sent.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/localized.hpp"
#include "store/database.hpp"

namespace store {

struct FormatVersion {
  std::string id;
  std::int64_t version = 0;
  domain::LocalizedText title;
  std::string sha256;
  domain::Millis stored_at = 0;
};

void insert_format(WriteTx& tx, const FormatVersion& format, const std::string& source);
// version 0: the newest.
std::optional<FormatVersion> find_format(ReadTx& tx, const std::string& id, std::int64_t version = 0);
std::string format_source(ReadTx& tx, const std::string& id, std::int64_t version);
// All versions, by id and version.
std::vector<FormatVersion> list_formats(ReadTx& tx);

}  // namespace store
