#include "domain/basis/actor.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace domain {
namespace {

constexpr std::array<std::pair<Role, std::string_view>, 7> kRoles{{
    {Role::contributor, "contributor"},
    {Role::head, "head"},
    {Role::reviewer, "reviewer"},
    {Role::translator, "translator"},
    {Role::coordinator, "coordinator"},
    {Role::observer, "observer"},
    {Role::admin, "admin"},
}};

constexpr std::array<std::pair<Scope, std::string_view>, 5> kScopes{{
    {Scope::read, "read"},
    {Scope::write, "write"},
    {Scope::review, "review"},
    {Scope::manage, "manage"},
    {Scope::calendar, "calendar"},
}};

template <class Table, class Value>
std::string_view name_of(const Table& table, Value value) {
  const auto found = std::ranges::find(table, value, [](const auto& row) { return row.first; });
  return found == table.end() ? std::string_view{} : found->second;
}

template <class Value, class Table>
std::optional<Value> value_of(const Table& table, std::string_view name) {
  const auto found = std::ranges::find(table, name, [](const auto& row) { return row.second; });
  if (found == table.end()) return std::nullopt;
  return found->first;
}

}  // namespace

std::string_view to_string(Role role) { return name_of(kRoles, role); }
std::optional<Role> parse_role(std::string_view text) { return value_of<Role>(kRoles, text); }
std::string_view to_string(Scope scope) { return name_of(kScopes, scope); }
std::optional<Scope> parse_scope(std::string_view text) { return value_of<Scope>(kScopes, text); }

bool Actor::has_scope(Scope scope) const { return std::ranges::find(scopes, scope) != scopes.end(); }

const Post* Actor::post_with(Role role) const {
  const auto found = std::ranges::find(posts, role, &Post::role);
  return found == posts.end() ? nullptr : &*found;
}

const Post* Actor::post_speaking_for(std::string_view agency) const {
  const auto own = std::ranges::find_if(posts, [&](const Post& post) { return post.writes_for(agency); });
  return own == posts.end() ? post_with(Role::coordinator) : &*own;
}

bool Actor::writes_for(std::string_view agency) const {
  return std::ranges::any_of(posts, [&](const Post& post) { return post.writes_for(agency); });
}

bool Actor::works_for(std::string_view agency) const {
  return !agency.empty() && std::ranges::find(posts, agency, &Post::agency) != posts.end();
}

Author Actor::as(const Post* post) const {
  if (post == nullptr) return {user, name, "", ""};
  return {user, name, post->agency, std::string(to_string(post->role)), post->for_user, post->for_name};
}

bool is_own(const Author& author, const Actor& actor, const Post* post) {
  const auto had_a_hand = [&](const std::string& user) {
    return !user.empty() && (user == author.user || user == author.for_user);
  };
  return had_a_hand(actor.user) || (post != nullptr && had_a_hand(post->for_user));
}

}  // namespace domain
