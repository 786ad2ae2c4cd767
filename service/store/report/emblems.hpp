// The emblems of reports; the imprint says which one is a report's.
#pragma once

#include <string>
#include <vector>

#include "domain/report/imprint.hpp"
#include "store/database/database.hpp"

namespace store {

// One that the report has or had already stays as it is.
void keep_emblem(WriteTx& tx, const std::string& report, const std::string& sha256, const std::string& content);
// Empty: the report never had it.
std::string emblem_content(ReadTx& tx, const std::string& report, const std::string& sha256);

// For `verify`: emblems that were changed, that no imprint names, or that one names and that are not there.
std::vector<std::string> emblem_faults(ReadTx& tx);

}  // namespace store
