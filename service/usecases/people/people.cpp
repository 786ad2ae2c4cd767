#include "usecases/people/people.hpp"

#include "store/database/hash.hpp"
#include "store/log/events.hpp"
#include "store/people/agencies.hpp"
#include "usecases/frame/faults.hpp"
#include "usecases/frame/names.hpp"
#include "usecases/people/absences.hpp"
#include "usecases/people/post_changes.hpp"

namespace usecases {
namespace {

using domain::Fault;
using domain::Role;
using domain::say;

domain::Author require_admin(const Write& context) {
  return context.actor.as(&require_role(context.actor, {Role::admin}));
}

void check_days(const domain::HeldPost& row, Faults& faults) {
  const auto check = [&](const std::optional<std::string>& day, const char* pointer) {
    if (day && !domain::parse_day(*day))
      faults.add(pointer, Fault::wrong_form, say("'{0}' is not a day of the calendar.", *day));
  };
  check(row.from, "/starts_on");
  check(row.until, "/ends_on");
  if (row.from && row.until && *row.until < *row.from)
    faults.add("/ends_on", Fault::does_not_fit, say("A post cannot end before it begins."));
}

void check_agency(const Write& context, const domain::Post& post, Faults& faults) {
  const bool needs_agency = post.writes();
  const bool takes_agency =
      needs_agency || post.role == Role::translator || post.role == Role::observer || post.role == Role::reviewer;
  const std::string role(domain::to_string(post.role));
  if (needs_agency && post.agency.empty())
    faults.add("/agency", Fault::missing, say("The role {0} needs an agency.", role));
  if (post.agency.empty()) return;
  if (!takes_agency) {
    faults.add("/agency", Fault::does_not_fit, say("The role {0} is not held for an agency.", role));
  } else if (!store::find_agency(context.tx, post.agency)) {
    faults.add("/agency", Fault::does_not_exist, say("There is no agency '{0}'.", post.agency));
  }
}

void check_post(const Write& context, const domain::HeldPost& row) {
  const domain::Post& post = row.post;
  Faults faults;
  check_agency(context, post, faults);
  const bool reviewer = post.role == Role::reviewer;
  if (reviewer && post.step.empty())
    faults.add("/step", Fault::missing, say("A reviewer needs the key of a review step of the format."));
  if (!reviewer && !post.step.empty())
    faults.add("/step", Fault::does_not_fit, say("Only a reviewer can own a review step."));
  if (post.role != Role::translator && !post.languages.empty()) {
    faults.add("/languages", Fault::does_not_fit, say("Only a translator can be bound to languages."));
  }
  check_days(row, faults);
  faults.refuse();
}

// The log vouches for an address without telling it.
nlohmann::json hash_of(const std::optional<std::string>& email) {
  return email ? nlohmann::json(store::sha256_hex(*email)) : nlohmann::json();
}

}  // namespace

void require_may_see(const Read& context, const std::string& user) {
  if (context.actor.user != user) require_role(context.actor, {Role::admin, Role::coordinator});
}

domain::User existing_user(const Read& context, const std::string& id) {
  auto user = store::find_user(context.tx, id);
  if (!user) throw_not_found(domain::say("user"), id);
  return std::move(*user);
}

domain::User create_user(const Write& context, const NewUser& user) {
  const auto author = require_admin(context);
  const domain::User row{user.id, check_name(user.name, "/name"), user.email};
  store::insert_user(context.tx, row);
  store::append_event(context.tx, "user.created", {}, author,
                      {{"user", row.id}, {"name", row.name}, {"email_sha256", hash_of(row.email)}});
  return existing_user(context.as_read(), row.id);
}

domain::User update_user(const Write& context, const std::string& id, const UserChange& change,
                         const Expected& expected) {
  const auto author = require_admin(context);
  auto row = existing_user(context.as_read(), id);
  require_version(expected, row.version);
  nlohmann::json data{{"user", id}};
  if (change.email) data["email_sha256"] = hash_of(*change.email);
  if (change.name) data["name"] = row.name = check_name(*change.name, "/name");
  if (change.email) row.email = *change.email;
  if (change.active) data["active"] = row.active = *change.active;
  store::update_user(context.tx, row);
  keep_an_admin(context);
  store::append_event(context.tx, "user.updated", {}, author, data);
  if (!row.active) end_absences_around(context, id, author);
  return existing_user(context.as_read(), id);
}

domain::User get_user(const Read& context, const std::string& id) {
  require_may_see(context, id);
  return existing_user(context, id);
}

std::vector<domain::User> list_users(const Read& context, const std::string& after, int limit) {
  require_role(context.actor, {Role::admin, Role::coordinator});
  return store::list_users(context.tx, after, limit);
}

PostView create_post(const Write& context, const std::string& user, const NewPost& post) {
  const auto author = require_admin(context);
  existing_user(context.as_read(), user);
  domain::HeldPost row;
  row.user = user;
  const auto role = domain::parse_role(post.role);
  if (!role) throw_invalid("/role", Fault::does_not_exist, say("There is no role '{0}'.", post.role));
  row.post = {*role, post.agency, post.step, post.languages};
  row.from = post.from;
  row.until = post.until;
  check_post(context, row);
  return get_post(context.as_read(), user, give_post(context, row, author).id);
}

PostView update_post(const Write& context, const std::string& user, std::int64_t post, const PostChange& change,
                     const Expected& expected) {
  const auto author = require_admin(context);
  auto row = get_post(context.as_read(), user, post).row;
  require_version(expected, row.version);
  if (change.from) row.from = *change.from;
  if (change.until) row.until = *change.until;
  check_post(context, row);
  save_post_days(context, row, author);
  keep_an_admin(context);
  return get_post(context.as_read(), user, post);
}

PostView get_post(const Read& context, const std::string& user, std::int64_t post) {
  require_may_see(context, user);
  auto row = store::find_post(context.tx, user, post);
  if (!row) throw_not_found(domain::say("post"), std::to_string(post));
  return {*row, row->in_force_on(today_of(context))};
}

std::vector<PostView> own_posts(const Read& context) {
  std::vector<PostView> posts;
  for (auto& row : store::list_posts_on(context.tx, context.actor.user, today_of(context))) {
    posts.push_back({std::move(row), true});
  }
  return posts;
}

std::vector<PostView> list_posts(const Read& context, const std::string& user, std::int64_t after, int limit) {
  require_may_see(context, user);
  existing_user(context, user);
  const std::string day = today_of(context);
  std::vector<PostView> posts;
  for (const auto& row : store::list_posts(context.tx, user, after, limit))
    posts.push_back({row, row.in_force_on(day)});
  return posts;
}

}  // namespace usecases
