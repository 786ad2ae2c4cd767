#include "usecases/people/leaver.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "domain/report/policy.hpp"
#include "store/people/absences.hpp"
#include "store/people/people.hpp"
#include "store/people/tokens.hpp"
#include "store/report/reports.hpp"
#include "store/report/sections.hpp"
#include "usecases/people/people.hpp"
#include "usecases/people/post_changes.hpp"

namespace usecases {
namespace {

using domain::Action;
using domain::Role;

// The leaver as of today, and all others in one.
struct Sides {
  domain::Actor leaver;
  domain::Actor others;
};

// The post by which the leaver, and nobody else, may do this. Null: somebody may.
const domain::Post* only_by(const Sides& sides, const domain::Assignment& assignment, Action action) {
  const auto* own = domain::post_for(sides.leaver, assignment, action);
  return own != nullptr && domain::post_for(sides.others, assignment, action) == nullptr ? own : nullptr;
}

// The post by which the leaver alone writes for one of the section's agencies.
const domain::Post* only_writer(const Sides& sides, const domain::Assignment& assignment) {
  const auto only = std::ranges::find_if(sides.leaver.posts, [&](const domain::Post& post) {
    return assignment.involves(post.agency) && post.writes() && !sides.others.writes_for(post.agency);
  });
  return only == sides.leaver.posts.end() ? nullptr : &*only;
}

std::optional<domain::Post> hands_on(const Sides& sides, const OpenReport& report, const domain::Section& section) {
  const auto assignment = report.assignment(section);
  const domain::Post* post = nullptr;
  switch (section.state) {
    case domain::State::in_review:
      post = only_by(sides, assignment, Action::approve);
      break;
    case domain::State::draft:
    case domain::State::returned:
      post = only_by(sides, assignment, Action::submit);
      if (post == nullptr) post = only_writer(sides, assignment);
      break;
    case domain::State::empty:
    case domain::State::approved:
      break;
  }
  return post == nullptr ? std::nullopt : std::optional(*post);
}

std::vector<LeaverSection> sections_of(const Read& context, const Sides& sides) {
  std::vector<LeaverSection> found;
  if (sides.leaver.posts.empty()) return found;
  std::string after;
  for (;;) {
    const auto reports = store::list_reports(context.tx, after, 200);
    if (reports.empty()) return found;
    for (const auto& row : reports) {
      const OpenReport report{row, context.service.format(context.tx, row.format, row.format_version), ""};
      for (auto& section : store::list_sections(context.tx, row.id)) {
        if (auto post = hands_on(sides, report, section)) found.push_back({std::move(section), std::move(*post)});
      }
    }
    after = reports.back().id;
  }
}

std::vector<LeaverPost> posts_of(const Read& context, const std::string& user, const std::string& today,
                                 const std::vector<domain::HeldPost>& others) {
  std::vector<LeaverPost> posts;
  for (auto& row : store::list_posts_from(context.tx, user, today)) {
    std::vector<std::string> holders;
    for (const auto& other : others) {
      if (domain::covers(other.post, row.post)) holders.push_back(other.user);
    }
    std::ranges::sort(holders);
    const auto again = std::ranges::unique(holders);
    holders.erase(again.begin(), again.end());
    const bool active = row.in_force_on(today);
    posts.push_back({std::move(row), active, static_cast<int>(holders.size())});
  }
  return posts;
}

std::vector<AbsenceView> views_on(const std::string& today, std::vector<domain::Absence> rows) {
  std::vector<AbsenceView> views;
  for (auto& row : rows) {
    const auto state = row.state_on(today);
    views.push_back({std::move(row), state});
  }
  return views;
}

}  // namespace

Leaver what_would_be_left(const Read& context, const std::string& user) {
  if (context.actor.user != user) require_role(context.actor, {Role::admin});
  existing_user(context, user);
  const std::string today = today_of(context);
  const auto others = store::list_posts_of_others(context.tx, user, today);
  Sides sides;
  for (auto& row : store::list_posts_on(context.tx, user, today)) sides.leaver.posts.push_back(std::move(row.post));
  for (const auto& row : others) sides.others.posts.push_back(row.post);
  const auto admins = store::admin_terms(context.tx, today);
  Leaver leaver;
  leaver.user = user;
  leaver.posts = posts_of(context, user, today, others);
  leaver.sections = sections_of(context, sides);
  leaver.drafts = store::drafts_of(context.tx, user);
  leaver.extensions = store::open_requests_of(context.tx, user);
  leaver.tokens = store::list_live_tokens(context.tx, user, context.service.now());
  leaver.deputyships = views_on(today, store::open_absences_with(context.tx, user, today));
  leaver.absences = views_on(today, store::open_absences_of(context.tx, user, today));
  leaver.last_admin = domain::without_gap_from(today, admins) &&
                      !domain::without_gap_from(today, store::admin_terms(context.tx, today, user));
  return leaver;
}

}  // namespace usecases
