// People and the posts they hold.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/actor.hpp"
#include "store/database.hpp"

namespace store {

struct User {
  std::string id;
  std::string name;
  std::optional<std::string> email;
  bool active = true;
  std::int64_t version = 1;
  domain::Millis created_at = 0;
  domain::Millis updated_at = 0;
};

struct PostRow {
  std::int64_t id = 0;
  std::string user;
  domain::Post post;
  std::optional<std::string> from;   // ISO day
  std::optional<std::string> until;  // ISO day, inclusive
  std::int64_t version = 1;

  bool in_force_on(const std::string& day) const { return (!from || *from <= day) && (!until || day <= *until); }
};

void insert_user(WriteTx& tx, const User& user);
void update_user(WriteTx& tx, const User& user);
std::optional<User> find_user(ReadTx& tx, const std::string& id);
std::vector<User> list_users(ReadTx& tx, const std::string& after, int limit);

// Gives the id of the new row.
std::int64_t insert_post(WriteTx& tx, const PostRow& post);
void update_post(WriteTx& tx, const PostRow& post);
std::optional<PostRow> find_post(ReadTx& tx, const std::string& user, std::int64_t id);
std::vector<PostRow> list_posts(ReadTx& tx, const std::string& user, std::int64_t after = 0, int limit = 200);
// Admin posts of active people that are in force on that day or later without end.
int count_lasting_admins(ReadTx& tx, const std::string& day);

}  // namespace store
