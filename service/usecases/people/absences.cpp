#include "usecases/people/absences.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "domain/basis/error.hpp"
#include "store/log/events.hpp"
#include "store/people/absences.hpp"
#include "store/people/people.hpp"
#include "usecases/people/absence_check.hpp"
#include "usecases/people/people.hpp"
#include "usecases/people/post_changes.hpp"

namespace usecases {
namespace {

using domain::Absence;
using domain::Role;
using domain::say;

// The person decides who stands in for them, and the admin; nobody as deputy of one of them.
domain::Author require_owner(const Write& context, const std::string& user) {
  if (context.actor.user != user) return context.actor.as(&require_role(context.actor, {Role::admin}));
  return context.actor.as(context.actor.post_with(Role::admin));
}

AbsenceView view(const Read& context, Absence row) {
  const auto state = row.state_on(today_of(context));
  return {std::move(row), state};
}

Absence existing_absence(const Read& context, const std::string& user, std::int64_t id) {
  auto row = store::find_absence(context.tx, user, id);
  if (!row) throw_not_found(say("absence"), std::to_string(id));
  return std::move(*row);
}

void require_open(const Write& context, const Absence& row) {
  if (!row.is_over_on(today_of(context.as_read()))) return;
  throw domain::Error(domain::ErrorCode::conflict, "absence_over", say("This absence is over; it stays as it was."));
}

nlohmann::json describe(const Absence& row) {
  return {{"absence", row.id}, {"user", row.user},   {"deputy", row.deputy},
          {"from", row.from},  {"until", row.until}, {"posts", row.posts}};
}

void record_change(const Write& context, const Absence& row, const domain::Author& by) {
  store::update_absence(context.tx, row);
  store::append_event(context.tx, "absence.changed", {}, by, describe(row));
}

void record_end(const Write& context, const Absence& row, const domain::Author& by) {
  store::end_absence(context.tx, row.id);
  store::append_event(context.tx, "absence.ended", {}, by, describe(row));
}

// Those in which a person is absent or deputy, and that are not over.
std::vector<Absence> open_around(const Write& context, const std::string& user) {
  const std::string today = today_of(context.as_read());
  auto all = store::open_absences_of(context.tx, user, today);
  for (auto& other : store::open_absences_with(context.tx, user, today)) all.push_back(std::move(other));
  return all;
}

}  // namespace

AbsenceView set_absence(const Write& context, const std::string& user, const NewAbsence& absence) {
  const auto by = require_owner(context, user);
  existing_user(context.as_read(), user);
  Absence row;
  row.user = user;
  row.from = absence.from;
  row.until = absence.until;
  row.deputy = absence.deputy;
  row.posts = absence.posts;
  check_absence(context, row);
  require_room_for(context, row);
  row.id = store::insert_absence(context.tx, row);
  store::append_event(context.tx, "absence.set", {}, by, describe(row));
  return get_absence(context.as_read(), user, row.id);
}

AbsenceView change_absence(const Write& context, const std::string& user, std::int64_t id, const AbsenceChange& change,
                           const Expected& expected) {
  const auto by = require_owner(context, user);
  auto row = existing_absence(context.as_read(), user, id);
  require_version(expected, row.version);
  require_open(context, row);
  if (change.from) row.from = *change.from;
  if (change.until) row.until = *change.until;
  if (change.deputy) row.deputy = *change.deputy;
  if (change.posts) row.posts = *change.posts;
  check_absence(context, row);
  require_room_for(context, row);
  record_change(context, row, by);
  return get_absence(context.as_read(), user, id);
}

void end_absence(const Write& context, const std::string& user, std::int64_t id, const Expected& expected) {
  const auto by = require_owner(context, user);
  const auto row = existing_absence(context.as_read(), user, id);
  require_version(expected, row.version);
  require_open(context, row);
  record_end(context, row, by);
}

AbsenceView get_absence(const Read& context, const std::string& user, std::int64_t id) {
  require_may_see(context, user);
  return view(context, existing_absence(context, user, id));
}

std::vector<AbsenceView> list_absences(const Read& context, const std::string& user, std::int64_t after, int limit) {
  require_may_see(context, user);
  existing_user(context, user);
  std::vector<AbsenceView> views;
  for (auto& row : store::list_absences(context.tx, user, after, limit)) views.push_back(view(context, std::move(row)));
  return views;
}

int end_absences_around(const Write& context, const std::string& user, const domain::Author& by) {
  const auto all = open_around(context, user);
  for (const auto& row : all) record_end(context, row, by);
  return static_cast<int>(all.size());
}

int end_absences_after(const Write& context, const std::string& user, const std::string& day,
                       const domain::Author& by) {
  int ended = 0;
  for (auto& row : open_around(context, user)) {
    if (row.until <= day) continue;
    ++ended;
    if (row.from > day || day < today_of(context.as_read())) {
      record_end(context, row, by);
    } else {
      row.until = day;
      record_change(context, row, by);
    }
  }
  return ended;
}

std::vector<Deputyship> own_deputyships(const Read& context) {
  const std::string today = today_of(context);
  std::vector<Deputyship> all;
  for (auto& absence : store::open_absences_with(context.tx, context.actor.user, today)) {
    if (absence.from > today) continue;
    Deputyship deputyship{std::move(absence), {}};
    for (auto& post : store::list_posts_on(context.tx, deputyship.absence.user, today)) {
      const auto& named = deputyship.absence.posts;
      const bool deputised = named.empty() || std::ranges::find(named, post.id) != named.end();
      if (deputised && post.post.role != Role::admin) deputyship.posts.push_back(std::move(post));
    }
    all.push_back(std::move(deputyship));
  }
  return all;
}

std::vector<AbsenceView> own_absences(const Read& context) {
  std::vector<AbsenceView> views;
  for (auto& row : store::open_absences_of(context.tx, context.actor.user, today_of(context))) {
    views.push_back(view(context, std::move(row)));
  }
  return views;
}

}  // namespace usecases
