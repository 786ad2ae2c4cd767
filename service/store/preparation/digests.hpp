// Who is told by mail, and what they were told already.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/people/person.hpp"
#include "store/database/database.hpp"

namespace store {

struct DigestMark {
  std::string day;         // ISO, of the last digest
  std::int64_t event = 0;  // up to which news were told
};
std::optional<DigestMark> find_digest(ReadTx& tx, const std::string& user);
void save_digest(WriteTx& tx, const std::string& user, const DigestMark& mark);

// Active people with an address who want one digest a day and had none on this day or later.
std::vector<std::string> users_to_tell_daily(ReadTx& tx, const std::string& day, int limit);
// Active people with an address who want to hear of everything at once, and were not told of the newest event yet.
std::vector<std::string> users_to_tell_now(ReadTx& tx, int limit);
// Contributors and heads of an agency on a day, and who stands in for one of them, who are active and have an address;
// by id.
std::vector<domain::User> writers_with_address(ReadTx& tx, const std::string& agency, const std::string& day);

}  // namespace store
