// People and the posts they hold.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/people/person.hpp"
#include "store/database/database.hpp"

namespace store {

void insert_user(WriteTx& tx, const domain::User& user);
void update_user(WriteTx& tx, const domain::User& user);
std::optional<domain::User> find_user(ReadTx& tx, const std::string& id);
std::vector<domain::User> list_users(ReadTx& tx, const std::string& after, int limit);

// Gives the id of the new row.
std::int64_t insert_post(WriteTx& tx, const domain::HeldPost& post);
void update_post(WriteTx& tx, const domain::HeldPost& post);
std::optional<domain::HeldPost> find_post(ReadTx& tx, const std::string& user, std::int64_t id);
std::vector<domain::HeldPost> list_posts(ReadTx& tx, const std::string& user, std::int64_t after = 0, int limit = 200);
// The posts of a person in force on a day, however many have ended.
std::vector<domain::HeldPost> list_posts_on(ReadTx& tx, const std::string& user, const std::string& day);
// Those that are in force on a day or begin later.
std::vector<domain::HeldPost> list_posts_from(ReadTx& tx, const std::string& user, const std::string& day);
// Posts in force on a day of all active people but one.
std::vector<domain::HeldPost> list_posts_of_others(ReadTx& tx, const std::string& user, const std::string& day);
// When active people are admin, from a day on. but: of one of them it is left out; empty: of none.
std::vector<domain::Term> admin_terms(ReadTx& tx, const std::string& day, const std::string& but = {});

}  // namespace store
