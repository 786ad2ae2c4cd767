// Absences, and the posts in which deputies act meanwhile.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/people/absence.hpp"
#include "domain/people/person.hpp"
#include "store/database/database.hpp"

namespace store {

// Gives the id of the new row.
std::int64_t insert_absence(WriteTx& tx, const domain::Absence& absence);
// Saves days, deputy and posts; counts the version up.
void update_absence(WriteTx& tx, const domain::Absence& absence);
// Now, before its last day is over.
void end_absence(WriteTx& tx, std::int64_t id);

std::optional<domain::Absence> find_absence(ReadTx& tx, const std::string& user, std::int64_t id);
std::vector<domain::Absence> list_absences(ReadTx& tx, const std::string& user, std::int64_t after, int limit);
// Those of a person that were not over on a day; by number.
std::vector<domain::Absence> open_absences_of(ReadTx& tx, const std::string& user, const std::string& day);
// Those in which the person is to stand in for somebody, and that were not over on a day; by number.
std::vector<domain::Absence> open_absences_with(ReadTx& tx, const std::string& deputy, const std::string& day);

// The posts in which a person acts on a day as deputy of somebody, each once, with whose it is. Those of an admin
// never, nor those of who has no access.
std::vector<domain::Post> deputy_posts_on(ReadTx& tx, const std::string& deputy, const std::string& day);

}  // namespace store
