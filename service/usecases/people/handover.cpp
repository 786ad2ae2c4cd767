#include "usecases/people/handover.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "store/log/events.hpp"
#include "store/people/people.hpp"
#include "usecases/frame/faults.hpp"
#include "usecases/frame/names.hpp"
#include "usecases/people/absences.hpp"
#include "usecases/people/people.hpp"
#include "usecases/people/post_changes.hpp"
#include "usecases/people/tokens.hpp"

namespace usecases {
namespace {

using domain::Fault;
using domain::HeldPost;
using domain::Role;
using domain::say;

// Posts of one person that one act may end.
constexpr std::size_t kMostPosts = 200;
constexpr int kMostDaysAhead = 366;

std::string day_after(const std::string& day, int days = 1) {
  return domain::format_day(domain::parse_day(day).value() + days);
}

bool lasts_longer(const HeldPost& post, const std::string& day) { return !post.until || *post.until > day; }

void check_day(const std::optional<std::string>& day, const char* pointer, Faults& faults) {
  if (day && !domain::parse_day(*day))
    faults.add(pointer, Fault::wrong_form, say("'{0}' is not a day of the calendar.", *day));
}

void check_successor(const Write& context, const std::string& user, const HandoverOrder& order, Faults& faults) {
  if (order.successor.empty()) return;
  const auto successor = store::find_user(context.tx, order.successor);
  if (order.successor == user) {
    faults.add("/successor", Fault::not_allowed, say("Nobody is their own successor."));
  } else if (!successor) {
    faults.add("/successor", Fault::does_not_exist, say("There is no person '{0}'.", order.successor));
  } else if (!successor->active) {
    faults.add("/successor", Fault::not_allowed, say("The person '{0}' has no access.", order.successor));
  }
}

// The successor follows without a gap, and did not hold the posts before somebody said so.
void set_first_day(Handover& made, const HandoverOrder& order, const std::string& today) {
  if (made.ends_on > day_after(today, kMostDaysAhead)) {
    throw_invalid("/ends_on", Fault::out_of_range,
                  say("A hand-over is made {0} days ahead at the most.", kMostDaysAhead));
  }
  const std::string latest = made.ends_on < today ? today : day_after(made.ends_on);
  made.starts_on = order.starts_on.value_or(made.ends_on <= today ? today : latest);
  if (made.starts_on < today)
    throw_invalid("/starts_on", Fault::out_of_range, say("That day has passed; name a later one."));
  if (made.starts_on > latest)
    throw_invalid("/starts_on", Fault::does_not_fit,
                  say("Nobody would hold the posts in between; the successor begins on {0} at the latest.", latest));
}

// The days on which the leaver ends and the successor begins, and what is said to it.
Handover dated(const Write& context, const std::string& user, const HandoverOrder& order) {
  const std::string today = today_of(context.as_read());
  Handover made{user, order.successor, order.ends_on.value_or(today), "", {}, {}, 0, 0, 0};
  Faults faults;
  check_day(order.ends_on, "/ends_on", faults);
  check_day(order.starts_on, "/starts_on", faults);
  check_successor(context, user, order, faults);
  if (order.note) faults.gather([&] { made.note = check_remark(*order.note, "/note"); });
  if (order.starts_on && order.successor.empty())
    faults.add("/starts_on", Fault::does_not_fit, say("A first day is named only where there is a successor."));
  faults.refuse();
  set_first_day(made, order, today);
  return made;
}

std::vector<HeldPost> posts_named(const Write& context, const std::string& user, const HandoverOrder& order,
                                  const std::string& ends_on) {
  Faults faults;
  std::vector<HeldPost> posts;
  for (std::size_t i = 0; i < order.posts.size(); ++i) {
    const std::string pointer = "/posts/" + std::to_string(i);
    auto post = store::find_post(context.tx, user, order.posts[i]);
    if (!post) {
      faults.add(pointer, Fault::does_not_exist, say("This person has no post {0}.", order.posts[i]));
    } else if (!lasts_longer(*post, ends_on)) {
      faults.add(pointer, Fault::not_allowed, say("Post {0} ends by {1} anyhow.", post->id, *post->until));
    } else {
      posts.push_back(std::move(*post));
    }
  }
  faults.refuse();
  return posts;
}

// All that last longer than the leaver, or those named.
std::vector<HeldPost> posts_to_end(const Write& context, const std::string& user, const HandoverOrder& order,
                                   const std::string& ends_on) {
  if (!order.posts.empty()) return posts_named(context, user, order, ends_on);
  auto posts = store::list_posts_from(context.tx, user, ends_on);
  std::erase_if(posts, [&](const HeldPost& post) { return !lasts_longer(post, ends_on); });
  if (posts.size() <= kMostPosts) return posts;
  throw_invalid("/posts", Fault::too_many,
                say("This person has {0} posts; name {1} at the most in one request.", posts.size(), kMostPosts));
}

// Whether the successor may do the same anyhow, for as long as it lasts.
bool holds_already(const std::vector<HeldPost>& held, const HeldPost& wanted) {
  return std::ranges::any_of(held, [&](const HeldPost& post) {
    const bool as_long = !post.until || (wanted.until && *wanted.until <= *post.until);
    return domain::covers(post.post, wanted.post) && as_long && (!post.from || *post.from <= *wanted.from);
  });
}

// Ends one post and gives it to the successor.
HandedPost pass_on(const Write& context, const Handover& made, HeldPost post, const domain::Author& by) {
  HeldPost next = post;
  next.user = made.successor;
  next.version = 1;
  next.from = post.from && *post.from > made.starts_on ? *post.from : made.starts_on;
  post.until = made.ends_on;
  if (post.from && *post.from > made.ends_on) {
    // No day is left of it: what has not begun never does. Days have an order, so it ends on the day before today.
    post.until = day_after(today_of(context.as_read()), -1);
    post.from = std::min(*post.from, *post.until);
  }
  save_post_days(context, post, by);
  ++post.version;
  HandedPost handed{std::move(post), PostOutcome::ended, std::nullopt};
  if (made.successor.empty() || (next.until && *next.until < *next.from)) return handed;
  if (holds_already(store::list_posts_from(context.tx, made.successor, *next.from), next)) {
    handed.outcome = PostOutcome::already_held;
  } else {
    handed.outcome = PostOutcome::handed_over;
    handed.successor = give_post(context, std::move(next), by);
  }
  return handed;
}

nlohmann::json describe(const Handover& made) {
  auto posts = nlohmann::json::array();
  for (const auto& handed : made.posts) {
    posts.push_back({{"post", handed.post.id},
                     {"outcome", to_string(handed.outcome)},
                     {"successor_post", handed.successor ? nlohmann::json(handed.successor->id) : nlohmann::json()}});
  }
  nlohmann::json data{{"user", made.user}, {"ends_on", made.ends_on}, {"posts", posts}};
  if (!made.successor.empty()) data["successor"] = made.successor;
  if (!made.successor.empty()) data["starts_on"] = made.starts_on;
  if (made.note) data["note"] = *made.note;
  return data;
}

// Access goes with the last post.
void end_access(const Write& context, Handover& made, const domain::Author& by) {
  const std::string today = today_of(context.as_read());
  const bool post_left =
      !store::list_posts_from(context.tx, made.user, std::max(day_after(made.ends_on), today)).empty();
  if (post_left) return;
  made.absences_ended = end_absences_after(context, made.user, made.ends_on, by);
  if (made.ends_on <= today) {
    made.tokens_revoked = revoke_live_tokens(context.tx, made.user, by);
  }
}

}  // namespace

std::string_view to_string(PostOutcome outcome) {
  switch (outcome) {
    case PostOutcome::handed_over:
      return "handed_over";
    case PostOutcome::already_held:
      return "already_held";
    case PostOutcome::ended:
      return "ended";
  }
  return "";
}

Handover hand_over(const Write& context, const std::string& user, const HandoverOrder& order) {
  const auto by = context.actor.as(&require_role(context.actor, {Role::admin}));
  existing_user(context.as_read(), user);
  Handover made = dated(context, user, order);
  auto posts = posts_to_end(context, user, order, made.ends_on);
  for (auto& post : posts) made.posts.push_back(pass_on(context, made, std::move(post), by));
  keep_an_admin(context);
  end_access(context, made, by);
  made.event = store::append_event(context.tx, "user.handed_over", {}, by, describe(made));
  return made;
}

}  // namespace usecases
