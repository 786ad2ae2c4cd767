// Who is what to a section, and who may read its texts.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/basis/actor.hpp"
#include "domain/report/format.hpp"
#include "domain/report/workflow.hpp"

namespace domain {

// The agencies and the review step that a section belongs to now.
struct Assignment {
  std::string lead;  // empty: not assigned yet
  std::vector<std::string> contributors;
  const ReviewStep* step = nullptr;  // in_review: the step it waits at

  bool involves(std::string_view agency) const;
};

// What the actor is to a section. language: for a translator, the language in question; empty: any.
Parties parties_of(const Actor& actor, const Assignment& assignment, std::string_view language = {});

// The post in whose name the actor does this. Null: none gives the right.
const Post* post_for(const Actor& actor, const Assignment& assignment, Action action, std::string_view language = {});
// The same for who decides about texts of these authors: rather a post in which they are not their own (`is_own`).
const Post* post_to_decide(const Actor& actor, const Assignment& assignment, Action action,
                           const std::vector<Author>& authors);

// Texts of other agencies are readable only where the report is `shared`; coordinator, reviewers and translators
// read what they work on. Status is readable by everyone.
bool may_read_text(const Actor& actor, const Assignment& assignment, bool shared);

}  // namespace domain
