// People, the posts they hold and their access tokens.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/people/people.hpp"
#include "store/people/tokens.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {

struct NewUser {
  std::string id;
  std::string name;
  std::optional<std::string> email;
};

struct UserChange {
  std::optional<std::string> name;
  std::optional<std::optional<std::string>> email;  // set to nothing: removed
  std::optional<bool> active;
};

domain::User create_user(const Write& context, const NewUser& user);
// Who loses access is neither absent with a deputy any more, nor anybody's deputy. Errors: conflict where the last
// admin would be gone.
domain::User update_user(const Write& context, const std::string& id, const UserChange& change,
                         const Expected& expected);
// Errors: not_found.
domain::User existing_user(const Read& context, const std::string& id);
domain::User get_user(const Read& context, const std::string& id);
std::vector<domain::User> list_users(const Read& context, const std::string& after, int limit);

struct NewPost {
  std::string role;
  std::string agency;
  std::string step;
  std::vector<std::string> languages;
  std::optional<std::string> from;
  std::optional<std::string> until;
};

struct PostChange {
  std::optional<std::optional<std::string>> from;
  std::optional<std::optional<std::string>> until;
};

struct PostView {
  domain::HeldPost row;
  bool active = false;  // in force today
};

PostView create_post(const Write& context, const std::string& user, const NewPost& post);
// Errors: conflict where the last admin would be gone.
PostView update_post(const Write& context, const std::string& user, std::int64_t post, const PostChange& change,
                     const Expected& expected);
PostView get_post(const Read& context, const std::string& user, std::int64_t post);
// The caller's own that are in force today.
std::vector<PostView> own_posts(const Read& context);
std::vector<PostView> list_posts(const Read& context, const std::string& user, std::int64_t after, int limit);

// One may always see oneself; others are for the admin and the coordinator. Errors: forbidden.
void require_may_see(const Read& context, const std::string& user);

}  // namespace usecases
