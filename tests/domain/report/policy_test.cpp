#include "domain/report/policy.hpp"

#include <doctest/doctest.h>

using namespace domain;

namespace {

Actor actor(std::vector<Post> posts) { return {"somebody", "Somebody", 1, {}, std::move(posts)}; }

const Assignment kAssignment{"labour", {"health"}, nullptr};

}  // namespace

TEST_CASE("an agency reads its own texts always, those of others only where the report is shared") {
  const auto labour = actor({{Role::contributor, "labour", "", {}}});
  const auto interior = actor({{Role::head, "interior", "", {}}});
  CHECK(may_read_text(labour, kAssignment, false));
  CHECK_FALSE(may_read_text(interior, kAssignment, false));
  CHECK(may_read_text(interior, kAssignment, true));
}

TEST_CASE("a contributing agency reads and writes, but does not submit") {
  const auto health = actor({{Role::head, "health", "", {}}});
  CHECK(may_read_text(health, kAssignment, false));
  CHECK((parties_of(health, kAssignment) & kWriter) != 0);
  CHECK((parties_of(health, kAssignment) & kLeadHead) == 0);
}

TEST_CASE("coordinator, reviewers and translators read what they work on") {
  CHECK(may_read_text(actor({{Role::coordinator, "", "", {}}}), kAssignment, false));
  CHECK(may_read_text(actor({{Role::reviewer, "", "foreign-ministry", {}}}), kAssignment, false));
  CHECK(may_read_text(actor({{Role::translator, "", "", {}}}), kAssignment, false));
  CHECK(may_read_text(actor({{Role::translator, "health", "", {}}}), kAssignment, false));
  CHECK_FALSE(may_read_text(actor({{Role::translator, "interior", "", {}}}), kAssignment, false));
}

TEST_CASE("observers and admins read texts only where the report is shared") {
  for (const Role role : {Role::observer, Role::admin}) {
    CHECK_FALSE(may_read_text(actor({{role, "", "", {}}}), kAssignment, false));
    CHECK(may_read_text(actor({{role, "", "", {}}}), kAssignment, true));
  }
}

TEST_CASE("who holds no post reads nothing, shared or not") {
  CHECK_FALSE(may_read_text(actor({}), kAssignment, true));
}

TEST_CASE("a translator is one only for the languages of the post") {
  const auto russian = actor({{Role::translator, "", "", {"ru"}}});
  CHECK((parties_of(russian, kAssignment, "ru") & kTranslator) != 0);
  CHECK((parties_of(russian, kAssignment, "tk") & kTranslator) == 0);
}

TEST_CASE("a translator of some languages reads the section, and is its translator where no language is in question") {
  const auto russian = actor({{Role::translator, "", "", {"ru"}}});
  CHECK(may_read_text(russian, kAssignment, false));
  CHECK((parties_of(russian, kAssignment) & kTranslator) != 0);
}

TEST_CASE("what is done is done in the name of the post that gives the right") {
  const auto both = actor({{Role::contributor, "health", "", {}}, {Role::head, "labour", "", {}}});
  REQUIRE(post_for(both, kAssignment, Action::submit) != nullptr);
  CHECK(post_for(both, kAssignment, Action::submit)->agency == "labour");
  CHECK(post_for(both, kAssignment, Action::save_text)->agency == "health");
  CHECK(post_for(both, kAssignment, Action::reopen) == nullptr);
}

TEST_CASE("a translation is made in the name of the post for its language") {
  const auto both = actor({{Role::translator, "labour", "", {"ru"}}, {Role::translator, "health", "", {"tk"}}});
  CHECK(post_for(both, kAssignment, Action::save_translation, "ru")->agency == "labour");
  CHECK(post_for(both, kAssignment, Action::save_translation, "tk")->agency == "health");
  CHECK(post_for(both, kAssignment, Action::save_translation, "fr") == nullptr);
}

TEST_CASE("a reviewer owns only the step of the post") {
  const ReviewStep step{"foreign-ministry", {}, "reviewer"};
  const Assignment waiting{"labour", {}, &step};
  CHECK((parties_of(actor({{Role::reviewer, "", "foreign-ministry", {}}}), waiting) & kStepOwner) != 0);
  CHECK((parties_of(actor({{Role::reviewer, "", "legal", {}}}), waiting) & kStepOwner) == 0);
  CHECK((parties_of(actor({{Role::coordinator, "", "", {}}}), waiting) & kStepOwner) == 0);
}

TEST_CASE("four eyes: a text is that of its author, of whom it was written for, and of who decides in their post") {
  const Author own{"aman", "", "labour", "head"};
  const Author as_deputy{"aman", "", "labour", "head", "bike", ""};
  const Post post{Role::coordinator, "", "", {}};
  const Post for_bike{Role::coordinator, "", "", {}, "bike", ""};
  const Actor aman{"aman", "", 0, {}, {}};
  const Actor bike{"bike", "", 0, {}, {}};
  const Actor cary{"cary", "", 0, {}, {}};
  CHECK(is_own(own, aman, &post));
  CHECK(is_own(own, aman, &for_bike));
  CHECK_FALSE(is_own(own, bike, &post));
  CHECK_FALSE(is_own(own, cary, &for_bike));
  CHECK(is_own(as_deputy, aman, &post));
  CHECK(is_own(as_deputy, bike, &post));
  CHECK(is_own(as_deputy, cary, &for_bike));
  CHECK_FALSE(is_own(as_deputy, cary, &post));
  CHECK_FALSE(is_own({"", "", "", ""}, cary, &post));
  CHECK_FALSE(is_own(own, cary, nullptr));
}

TEST_CASE("who holds a step for several decides in the post of one who did not write the text") {
  const ReviewStep step{"coordinator", {}, "coordinator"};
  const Assignment assignment{"labour", {}, &step};
  const Actor deputy = actor({{Role::head, "labour", "", {}},
                              {Role::coordinator, "", "", {}, "aman", ""},
                              {Role::coordinator, "", "", {}, "bike", ""}});
  const Author aman{"aman", "", "", "coordinator"};
  const Author bike{"bike", "", "", "coordinator"};
  CHECK(post_to_decide(deputy, assignment, Action::approve, {})->for_user == "aman");
  CHECK(post_to_decide(deputy, assignment, Action::approve, {aman})->for_user == "bike");
  CHECK(post_to_decide(deputy, assignment, Action::approve, {aman, bike})->for_user == "aman");
  CHECK(post_to_decide(actor({}), assignment, Action::approve, {}) == nullptr);
}
