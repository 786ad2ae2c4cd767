#include "domain/basis/actor.hpp"

#include <doctest/doctest.h>

using namespace domain;

namespace {

const Actor kActor{"writer",
                   "Sample Writer",
                   7,
                   {Scope::read, Scope::write},
                   {{Role::contributor, "labour", "", {}}, {Role::translator, "", "", {"ru"}}}};

}  // namespace

TEST_CASE("roles are read and written by the same names") {
  for (const char* name : {"contributor", "head", "reviewer", "translator", "coordinator", "observer", "admin"}) {
    CAPTURE(name);
    REQUIRE(parse_role(name).has_value());
    CHECK(to_string(*parse_role(name)) == name);
  }
  CHECK_FALSE(parse_role("Head").has_value());
  CHECK_FALSE(parse_role("").has_value());
}

TEST_CASE("scopes are read and written by the same names") {
  for (const char* name : {"read", "write", "review", "manage"}) {
    CAPTURE(name);
    REQUIRE(parse_scope(name).has_value());
    CHECK(to_string(*parse_scope(name)) == name);
  }
  CHECK_FALSE(parse_scope("all").has_value());
}

TEST_CASE("a token does what its scopes say and no more") {
  CHECK(kActor.has_scope(Scope::write));
  CHECK_FALSE(kActor.has_scope(Scope::review));
  CHECK_FALSE(kActor.has_scope(Scope::manage));
}

TEST_CASE("a person holds the roles of the posts that are in force") {
  REQUIRE(kActor.post_with(Role::translator) != nullptr);
  CHECK(kActor.post_with(Role::translator)->languages == std::vector<std::string>{"ru"});
  CHECK(kActor.holds(Role::contributor));
  CHECK_FALSE(kActor.holds(Role::head));
}

TEST_CASE("a person works for the agencies of the posts, and a post without an agency is for none") {
  CHECK(kActor.works_for("labour"));
  CHECK_FALSE(kActor.works_for("health"));
  CHECK_FALSE(kActor.works_for(""));
}

TEST_CASE("what is done is signed with the post, or with the person alone") {
  const Author author = kActor.as(kActor.post_with(Role::contributor));
  CHECK(author.user == "writer");
  CHECK(author.agency == "labour");
  CHECK(author.role == "contributor");
  CHECK(kActor.as(nullptr).role.empty());
  CHECK(kActor.as(nullptr).name == "Sample Writer");
}
