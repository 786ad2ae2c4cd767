// Columns that hold JSON: localized texts and lists of keys.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "domain/basis/localized.hpp"
#include "domain/report/imprint.hpp"

namespace store {

std::string to_column(const domain::LocalizedText& text);
std::string to_column(const std::vector<std::string>& list);
std::string to_column(const std::map<std::string, std::int64_t>& numbers);
std::string to_column(const std::vector<std::int64_t>& numbers);
// As events hold it, too; of members that were not given nothing.
std::string to_column(const domain::Imprint& imprint);

domain::LocalizedText localized_from(const std::string& column);
std::vector<std::string> list_from(const std::string& column);
std::map<std::string, std::int64_t> numbers_from(const std::string& column);
std::vector<std::int64_t> number_list_from(const std::string& column);
domain::Imprint imprint_from(const std::string& column);

}  // namespace store
