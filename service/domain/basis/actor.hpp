// Who acts: a person, the posts they hold now, and what their token lets them do.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace domain {

enum class Role { contributor, head, reviewer, translator, coordinator, observer, admin };

std::string_view to_string(Role role);
std::optional<Role> parse_role(std::string_view text);

// A right belongs to a post, not to a person: it may be bound to an agency, a review step, languages and dates.
struct Post {
  Role role = Role::observer;
  std::string agency;                  // empty: none
  std::string step;                    // reviewer: key of the review step
  std::vector<std::string> languages;  // translator: empty means all
  std::string for_user = {};           // a deputy's: whose post it is; empty: the actor's own
  std::string for_name = {};

  bool writes() const { return role == Role::contributor || role == Role::head; }  // for its agency
  bool writes_for(std::string_view whom) const { return writes() && agency == whom; }
  bool operator==(const Post&) const = default;
};

// The post in whose name something was done; kept with every revision, transition and event.
struct Author {
  std::string user;
  std::string name;           // filled when read for an answer
  std::string agency;         // empty: none
  std::string role;           // empty: the service itself
  std::string for_user = {};  // who was absent, and had them as deputy; empty: in their own post
  std::string for_name = {};  // filled when read for an answer

  const std::string& known_as() const { return name.empty() ? user : name; }
};

// calendar stands alone: a link to calendars, which calendar programs keep in the open.
enum class Scope { read, write, review, manage, calendar };

std::string_view to_string(Scope scope);
std::optional<Scope> parse_scope(std::string_view text);

struct Actor {
  std::string user;
  std::string name;
  std::int64_t token = 0;
  std::vector<Scope> scopes;
  std::vector<Post> posts;  // in force today: their own, then those that they hold as deputy of somebody

  bool has_scope(Scope scope) const;
  const Post* post_with(Role role) const;  // null: holds none
  bool holds(Role role) const { return post_with(role) != nullptr; }
  // By which they speak for the agency: one that writes for it, else as coordinator. Null: they do not.
  const Post* post_speaking_for(std::string_view agency) const;
  bool writes_for(std::string_view agency) const;
  bool works_for(std::string_view agency) const;  // as contributor, head, translator or observer
  bool may_as_much_as(const Actor& other) const { return scopes == other.scopes && posts == other.posts; }
  Author as(const Post* post) const;  // null: in nobody's name but the user's own
};

// Four eyes: whether the actor would decide about what they wrote, or what was written for them, or about what the
// person wrote in whose post they would. post: by which they would decide; null: none.
bool is_own(const Author& author, const Actor& actor, const Post* post);

}  // namespace domain
