// Sections of reports: assignment and review state, now and at each event.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/report/section.hpp"
#include "store/database/database.hpp"

namespace store {

void insert_section(WriteTx& tx, const domain::Section& section, std::int64_t event);
// Saves all but report, id and position; counts the version up.
void update_section(WriteTx& tx, const domain::Section& section, std::int64_t event);
std::optional<domain::Section> find_section(ReadTx& tx, const std::string& report, const std::string& id);
// In outline order.
std::vector<domain::Section> list_sections(ReadTx& tx, const std::string& report);
// State, assignment and titles as they were at an event; due days are left out.
std::vector<domain::Section> list_sections_at(ReadTx& tx, const std::string& report, std::int64_t event);

}  // namespace store
