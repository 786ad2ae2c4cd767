#include "usecases/people/absence_check.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "domain/basis/error.hpp"
#include "store/people/absences.hpp"
#include "store/people/people.hpp"
#include "usecases/frame/faults.hpp"
#include "usecases/people/post_changes.hpp"

namespace usecases {
namespace {

using domain::Error;
using domain::ErrorCode;
using domain::Fault;
using domain::say;

constexpr int kMostDays = 366;
constexpr std::size_t kMostOpen = 50;       // absences of one person that are not over
constexpr std::size_t kMostDeputised = 20;  // people for whom one person is deputy

void check_days(const domain::Absence& absence, const std::string& today, Faults& faults) {
  const auto first = domain::parse_day(absence.from);
  const auto last = domain::parse_day(absence.until);
  if (!first) faults.add("/starts_on", Fault::wrong_form, say("'{0}' is not a day of the calendar.", absence.from));
  if (!last) faults.add("/ends_on", Fault::wrong_form, say("'{0}' is not a day of the calendar.", absence.until));
  if (!first || !last) return;
  if (*last < *first) {
    faults.add("/ends_on", Fault::does_not_fit, say("An absence cannot end before it begins."));
  } else if (*last - *first >= kMostDays) {
    faults.add("/ends_on", Fault::out_of_range, say("An absence lasts {0} days at the most.", kMostDays));
  } else if (absence.until < today) {
    faults.add("/ends_on", Fault::out_of_range, say("This day has passed; the absence would be over already."));
  }
}

// Whoever leaves is nobody's deputy after their last day. Who never had a post is one by the absence alone.
bool leaves_before(const Write& context, const std::string& user, const std::string& day) {
  return !store::list_posts(context.tx, user, 0, 1).empty() && store::list_posts_from(context.tx, user, day).empty();
}

void check_deputy(const Write& context, const domain::Absence& absence, Faults& faults) {
  if (absence.deputy == absence.user) {
    faults.add("/deputy", Fault::not_allowed, say("Nobody is their own deputy."));
    return;
  }
  const auto deputy = store::find_user(context.tx, absence.deputy);
  if (!deputy) {
    faults.add("/deputy", Fault::does_not_exist, say("There is no person '{0}'.", absence.deputy));
  } else if (!deputy->active) {
    faults.add("/deputy", Fault::not_allowed, say("The person '{0}' has no access.", absence.deputy));
  } else if (leaves_before(context, absence.deputy, absence.until)) {
    faults.add("/deputy", Fault::not_allowed,
               say("The last post of '{0}' ends before this absence does.", absence.deputy));
  }
}

void check_posts(const Write& context, const domain::Absence& absence, Faults& faults) {
  for (std::size_t i = 0; i < absence.posts.size(); ++i) {
    const std::string pointer = "/posts/" + std::to_string(i);
    const auto post = store::find_post(context.tx, absence.user, absence.posts[i]);
    if (!post) {
      faults.add(pointer, Fault::does_not_exist, say("The absent person has no post {0}.", absence.posts[i]));
    } else if (post->post.role == domain::Role::admin) {
      faults.add(pointer, Fault::not_allowed, say("Nobody acts for an administrator; give the role to somebody else."));
    }
  }
}

void refuse_overlap(const domain::Absence& absence, const std::vector<domain::Absence>& others) {
  const auto other =
      std::ranges::find_if(others, [&](const auto& one) { return one.deputy != absence.deputy && one.meets(absence); });
  if (other == others.end()) return;
  throw Error(ErrorCode::conflict, "absence_overlaps",
              say("From {0} until {1} another deputy acts in these posts: {2}. A post has one deputy at a time.",
                  other->from, other->until, other->deputy))
      .with({"absence", other->id});
}

}  // namespace

void check_absence(const Write& context, const domain::Absence& absence) {
  Faults faults;
  check_days(absence, today_of(context.as_read()), faults);
  check_deputy(context, absence, faults);
  check_posts(context, absence, faults);
  faults.refuse();
}

void require_room_for(const Write& context, const domain::Absence& absence) {
  const std::string today = today_of(context.as_read());
  auto own = store::open_absences_of(context.tx, absence.user, today);
  std::erase_if(own, [&](const auto& other) { return other.id == absence.id; });
  refuse_overlap(absence, own);
  if (own.size() >= kMostOpen) {
    throw Error(ErrorCode::conflict, "too_many_absences",
                say("There are {0} absences of this person to come, as many as there may be.", kMostOpen));
  }
  std::set<std::string> absent{absence.user};
  for (const auto& other : store::open_absences_with(context.tx, absence.deputy, today)) {
    if (other.id != absence.id) absent.insert(other.user);
  }
  if (absent.size() <= kMostDeputised) return;
  throw Error(ErrorCode::conflict, "too_many_deputyships",
              say("The person '{0}' is deputy of {1} others, as many as one may be.", absence.deputy, kMostDeputised));
}

}  // namespace usecases
