#include "domain/report/policy.hpp"

#include <algorithm>

namespace domain {
namespace {

bool translates(const Post& post, const Assignment& assignment, std::string_view language) {
  if (!post.agency.empty() && !assignment.involves(post.agency)) return false;
  if (language.empty() || post.languages.empty()) return true;
  return std::ranges::find(post.languages, language) != post.languages.end();
}

Parties parties_of_post(const Post& post, const Assignment& assignment, std::string_view language) {
  const ReviewStep* step = assignment.step;
  switch (post.role) {
    case Role::contributor:
      return assignment.involves(post.agency) ? Parties{kWriter} : 0U;
    case Role::head:
      if (!assignment.involves(post.agency)) return 0U;
      return post.agency == assignment.lead ? kWriter | kLeadHead : Parties{kWriter};
    case Role::reviewer:
      return step != nullptr && step->role == "reviewer" && step->key == post.step ? kReviewer | kStepOwner
                                                                                   : Parties{kReviewer};
    case Role::coordinator:
      return step != nullptr && step->role == "coordinator" ? kCoordinator | kReviewer | kStepOwner
                                                            : kCoordinator | kReviewer;
    case Role::translator:
      return translates(post, assignment, language) ? Parties{kTranslator} : 0U;
    case Role::observer:
    case Role::admin:
      return 0U;
  }
  return 0U;
}

}  // namespace

bool Assignment::involves(std::string_view agency) const {
  if (agency.empty()) return false;
  return agency == lead || std::ranges::find(contributors, agency) != contributors.end();
}

Parties parties_of(const Actor& actor, const Assignment& assignment, std::string_view language) {
  Parties parties = 0;
  for (const Post& post : actor.posts) parties |= parties_of_post(post, assignment, language);
  return parties;
}

const Post* post_for(const Actor& actor, const Assignment& assignment, Action action, std::string_view language) {
  const auto rule = std::ranges::find(workflow(), action, &Rule::action);
  for (const Post& post : actor.posts) {
    if ((parties_of_post(post, assignment, language) & rule->who) != 0) return &post;
  }
  return nullptr;
}

const Post* post_to_decide(const Actor& actor, const Assignment& assignment, Action action,
                           const std::vector<Author>& authors) {
  const auto rule = std::ranges::find(workflow(), action, &Rule::action);
  const Post* first = nullptr;
  for (const Post& post : actor.posts) {
    if ((parties_of_post(post, assignment, {}) & rule->who) == 0) continue;
    if (std::ranges::none_of(authors, [&](const Author& author) { return is_own(author, actor, &post); })) return &post;
    if (first == nullptr) first = &post;
  }
  return first;
}

bool may_read_text(const Actor& actor, const Assignment& assignment, bool shared) {
  if (shared) return !actor.posts.empty();
  return std::ranges::any_of(actor.posts, [&](const Post& post) {
    switch (post.role) {
      case Role::coordinator:
      case Role::reviewer:
        return true;
      case Role::translator:
        return translates(post, assignment, {});
      case Role::contributor:
      case Role::head:
        return assignment.involves(post.agency);
      default:
        return false;
    }
  });
}

}  // namespace domain
