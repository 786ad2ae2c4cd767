#include "domain/preparation/inbox_item.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using namespace domain;

namespace {

InboxItem item_about(const InboxKind& kind) {
  InboxItem item;
  item.kind = &kind;
  item.report = "tkm-2026";
  item.section = "obj-07";
  item.agencies = {"labour"};
  item.language = "ru";
  item.step = "foreign-ministry";
  item.event = 7;
  return item;
}

Actor holder_of(const Post& post) {
  Actor actor;
  actor.user = "somebody";
  actor.posts = {post};
  return actor;
}

struct NamedPost {
  const char* name;
  Post post;
};

const std::vector<NamedPost> kHolders{
    {"writer", {Role::contributor, "labour", "", {}}},
    {"head", {Role::head, "labour", "", {}}},
    {"other_writer", {Role::contributor, "health", "", {}}},
    {"other_head", {Role::head, "health", "", {}}},
    {"ministry", {Role::reviewer, "", "foreign-ministry", {}}},
    {"other_reviewer", {Role::reviewer, "", "coordinator", {}}},
    {"translator", {Role::translator, "", "", {"ru"}}},
    {"any_translator", {Role::translator, "", "", {}}},
    {"labour_translator", {Role::translator, "labour", "", {}}},
    {"other_translator", {Role::translator, "health", "", {"ru"}}},
    {"tk_translator", {Role::translator, "", "", {"tk"}}},
    {"coordinator", {Role::coordinator, "", "", {}}},
    {"observer", {Role::observer, "", "", {}}},
    {"labour_observer", {Role::observer, "labour", "", {}}},
    {"admin", {Role::admin, "", "", {}}},
};

std::string told_to(const InboxItem& item) {
  std::string all;
  for (const auto& holder : kHolders) {
    if (is_for(item, holder_of(holder.post))) all += std::string(holder.name) + " ";
  }
  return all;
}

}  // namespace

TEST_CASE("who is told of an item: each audience, each post, of this agency and of another") {
  CHECK(told_to(item_about(inbox_kind("section_to_write"))) == "writer head ");
  CHECK(told_to(item_about(inbox_kind("section_to_submit"))) == "head ");
  CHECK(told_to(item_about(inbox_kind("section_to_review"))) == "ministry ");
  CHECK(told_to(item_about(inbox_kind("section_to_approve"))) == "coordinator ");
  CHECK(told_to(item_about(inbox_kind("translation_to_write"))) == "translator any_translator labour_translator ");
  CHECK(told_to(item_about(inbox_kind("promise_to_answer"))) == "writer head ");
  CHECK(told_to(item_about(inbox_kind("forum_moved"))) ==
        "writer head ministry other_reviewer translator any_translator labour_translator other_translator "
        "tk_translator coordinator observer labour_observer ");
  InboxItem nobodys = item_about(inbox_kind("promise_to_answer"));
  nobodys.agencies.clear();
  CHECK(told_to(nobodys) == "coordinator ");
}

TEST_CASE("nobody is told of what they did, nor of what is over") {
  InboxItem item = item_about(inbox_kind("section_approved"));
  CHECK(told_to(item) == "writer head ");
  item.by = "somebody";
  CHECK(told_to(item) == "");
  item.by = "somebody-else";
  item.over = true;
  CHECK(told_to(item) == "");
}

TEST_CASE("every kind has a key, an operation, and a sentence that names what it is about") {
  std::set<std::string_view> keys;
  for (const InboxKind& kind : kInboxKinds) {
    CAPTURE(kind.key);
    CHECK(keys.insert(kind.key).second);
    CHECK_FALSE(kind.operation.empty());
    const std::string sentence =
        kind.sentence({"<section>", "<report>", "<agency>", "<title>", "<lang>", "<day>", 4711, 12}).english();
    const bool names_place =
        sentence.find("<section>") != std::string::npos || sentence.find("<report>") != std::string::npos ||
        sentence.find("<agency>") != std::string::npos || sentence.find("<title>") != std::string::npos;
    CHECK_MESSAGE(names_place, sentence);
    CHECK(sentence.ends_with("."));
  }
  CHECK(&inbox_kind("reminder") == &*std::ranges::find(kInboxKinds, "reminder", &InboxKind::key));
}

TEST_CASE("duties come by their day, those without one behind them, and news last, the newest first") {
  InboxItem early = item_about(inbox_kind("section_to_write"));
  early.due_on = "2025-09-15";
  InboxItem late = early;
  late.due_on = "2026-01-20";
  InboxItem dayless = item_about(inbox_kind("section_to_review"));
  InboxItem old_news = item_about(inbox_kind("section_approved"));
  InboxItem new_news = old_news;
  new_news.event = 12'345;
  const std::vector<std::string> orders{early.order(), late.order(), dayless.order(), new_news.order(),
                                        old_news.order()};
  CHECK(std::ranges::is_sorted(orders));
  CHECK(std::set<std::string>(orders.begin(), orders.end()).size() == orders.size());
  late = early;
  late.position = 10;
  early.position = 9;
  CHECK(early.order() < late.order());
}

TEST_CASE("items of one kind and place are told apart by agency, language or number") {
  const auto id_with = [](const char* kind, auto change) {
    InboxItem item = item_about(*std::ranges::find(kInboxKinds, kind, &InboxKind::key));
    item.language.clear();
    change(item);
    return item.id();
  };
  CHECK(id_with("section_to_write", [](InboxItem&) {}) == "section_to_write.tkm-2026.obj-07.labour");
  CHECK(id_with("translation_to_write", [](InboxItem& item) { item.language = "sr-Latn"; }) ==
        "translation_to_write.tkm-2026.obj-07.sr-Latn");
  CHECK(id_with("promise_to_answer", [](InboxItem& item) {
          item.section.clear();
          item.number = 3;
        }) == "promise_to_answer.tkm-2026.3");
  CHECK(id_with("section_approved", [](InboxItem&) {}) == "section_approved.7");
}

TEST_CASE("an item is unread again where something newer happened to it than its mark") {
  InboxItem item = item_about(inbox_kind("section_to_write"));
  item.event = 7;
  const InboxMark read{7, true};
  const InboxMark older{6, true};
  const InboxMark unread{7, false};
  item.since = 1000;
  const auto until = [](std::int64_t event) { return ReadUntil{event, 1000}; };
  CHECK_FALSE(is_read(item, nullptr, {}));
  CHECK(is_read(item, &read, {}));
  CHECK_FALSE(is_read(item, &older, {}));
  CHECK(is_read(item, nullptr, until(7)));
  CHECK_FALSE(is_read(item, nullptr, until(6)));
  CHECK_FALSE(is_read(item, &unread, until(7)));
  CHECK(is_read(item, &older, until(7)));
  item.since = 1001;  // it came up since, without an event
  CHECK_FALSE(is_read(item, nullptr, until(7)));
  CHECK(is_read(item, &read, until(7)));
}
