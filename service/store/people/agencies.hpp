// Agencies, and what they were called at each event.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/basis/localized.hpp"
#include "domain/people/agency.hpp"
#include "store/database/database.hpp"

namespace store {

void insert_agency(WriteTx& tx, const domain::Agency& agency, std::int64_t event);
void update_agency(WriteTx& tx, const domain::Agency& agency, std::int64_t event);
std::optional<domain::Agency> find_agency(ReadTx& tx, const std::string& id);
// By id, after the id given.
std::vector<domain::Agency> list_agencies(ReadTx& tx, const std::string& after, int limit);
// The ids of those that take part, by id.
std::vector<std::string> list_active_agencies(ReadTx& tx, int limit);
// Titles of all agencies as they were at an event.
std::map<std::string, domain::LocalizedText> agency_titles_at(ReadTx& tx, std::int64_t event);

}  // namespace store
