#include "domain/report/format.hpp"

#include <doctest/doctest.h>

using namespace domain;

namespace {

Format format_with(std::vector<OutlineNode> outline, std::vector<Stage> stages) {
  Format format;
  format.outline = std::move(outline);
  format.stages = std::move(stages);
  return format;
}

OutlineNode node(const std::string& key, std::optional<RelativeDay> due = std::nullopt) {
  OutlineNode node;
  node.key = key;
  node.due = due;
  return node;
}

}  // namespace

TEST_CASE("a section of the outline is found by its key") {
  const Format format = format_with({node("foreword"), node("obj-07")}, {});
  REQUIRE(format.find("obj-07") != nullptr);
  CHECK(format.find("obj-07")->key == "obj-07");
  CHECK(format.find("obj-99") == nullptr);
  CHECK(format.find("") == nullptr);
}

TEST_CASE("a section is due on its own day, else at the end of the first stage, else on the forum's first day") {
  const Stage collect{"collect", {{"en", "Collection"}}, {-336}, {-252}};
  const Stage review{"review", {{"en", "Review"}}, {-252}, {-210}};
  CHECK(format_with({}, {collect, review}).due_offset_days(node("obj-07", RelativeDay{-84})) == -84);
  CHECK(format_with({}, {collect, review}).due_offset_days(node("obj-07")) == -252);
  CHECK(format_with({}, {}).due_offset_days(node("obj-07")) == 0);
}
