#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "embed/embedded.hpp"
#include "usecases/format_file/format_reader.hpp"

using namespace usecases;

namespace {

domain::Format shipped(const std::string& key) { return read_format(embedded::file("db/formats/" + key + ".yaml")); }

const domain::CodeList& code_list(const domain::Format& format, const std::string& key) {
  const auto found = std::ranges::find(format.code_lists, key, &domain::CodeList::key);
  REQUIRE(found != format.code_lists.end());
  return *found;
}

std::vector<std::string> children_of(const domain::Format& format, const std::string& parent) {
  std::vector<std::string> keys;
  for (const auto& node : format.outline) {
    if (node.parent == parent) keys.push_back(node.key);
  }
  return keys;
}

const std::vector<std::string> kChapters{
    "foreword",         "summary",    "methodology",         "context",      "enabling", "principles",
    "progress",         "challenges", "practices",           "means",        "followup", "nextsteps",
    "annex-indicators", "annex-laws", "annex-consultations", "annex-pledges"};

}  // namespace

TEST_CASE("every shipped format is read without a fault, under the key of its file") {
  const auto files = embedded::files_under("db/formats/");
  CHECK(files.size() == 3);
  for (const auto& file : files) {
    CAPTURE(file.path);
    const auto format = read_format(file.data);
    CHECK(file.path == "db/formats/" + format.key + ".yaml");
    CHECK_FALSE(format.source.empty());
    CHECK_FALSE(format.stages.empty());
  }
}

TEST_CASE("every shipped format shows what should be done when its stages are over, and refuses as one without gates") {
  for (const auto& file : embedded::files_under("db/formats/")) {
    CAPTURE(file.path);
    const auto gates = read_format(file.data).gates;
    CHECK_FALSE(gates.stages.empty());
    CHECK(gates.steps.empty());
    CHECK(gates.submit.stops_at == domain::FindingLevel::blocker);
    CHECK(gates.submit.codes.empty());
    CHECK(gates.final_edition.stops_at == domain::FindingLevel::error);
    CHECK(gates.final_edition.codes.empty());
  }
}

TEST_CASE("the limits of the sections of every shipped format fit into the whole") {
  for (const auto& file : embedded::files_under("db/formats/")) {
    CAPTURE(file.path);
    for (const auto& warning : format_warnings(read_format(file.data))) CHECK(warning.pointer != "word_limit");
  }
}

TEST_CASE("every section of every shipped format has a due day, every counted one a limit") {
  for (const auto& file : embedded::files_under("db/formats/")) {
    const auto format = read_format(file.data);
    for (const auto& node : format.outline) {
      if (node.kind == domain::NodeKind::group) continue;
      CAPTURE(file.path);
      CAPTURE(node.key);
      CHECK(node.due.has_value());
      CHECK(format.due_offset_days(node) < 0);
      CHECK((node.limit.words > 0) == node.counted);
    }
  }
}

TEST_CASE("the report to the Forum has its chapters in order, annexes last") {
  const auto format = shipped("gcm-imrf");
  CHECK(children_of(format, "") == kChapters);
  const auto texts = std::ranges::count(format.outline, domain::NodeKind::text, &domain::OutlineNode::kind);
  CHECK(texts == 38);
  CHECK(format.limit.words == 10'700);
  CHECK(format.languages == std::vector<std::string>{"en", "ru", "tk"});
}

TEST_CASE("the 23 objectives stand under the four round tables, each once") {
  const auto format = shipped("gcm-imrf");
  using Keys = std::vector<std::string>;
  CHECK(children_of(format, "progress") == Keys{"round-table-1", "round-table-2", "round-table-3", "round-table-4"});
  CHECK(children_of(format, "round-table-1") == Keys{"obj-02", "obj-05", "obj-06", "obj-12", "obj-18"});
  CHECK(children_of(format, "round-table-2") ==
        Keys{"obj-04", "obj-08", "obj-09", "obj-10", "obj-11", "obj-13", "obj-21"});
  CHECK(children_of(format, "round-table-3") == Keys{"obj-14", "obj-15", "obj-16", "obj-19", "obj-20", "obj-22"});
  CHECK(children_of(format, "round-table-4") == Keys{"obj-01", "obj-03", "obj-07", "obj-17", "obj-23"});
  std::set<std::string> objectives;
  for (const auto& node : format.outline) {
    if (node.key.starts_with("obj-")) objectives.insert(node.key);
  }
  CHECK(objectives.size() == 23);
  CHECK(code_list(format, "objectives").items.size() == 23);
}

TEST_CASE(
    "every objective has guidance, a limit, a suggested lead, its round table and a target of the 2030 "
    "Agenda") {
  const auto format = shipped("gcm-imrf");
  for (const auto& node : format.outline) {
    if (!node.key.starts_with("obj-")) continue;
    CAPTURE(node.key);
    CHECK(node.guidance.at("en").size() > 150);
    CHECK(node.limit.words == 220);
    CHECK_FALSE(node.suggested_lead.empty());
    CHECK(format.due_offset_days(node) == -36 * 7);
    const std::string table = "round-tables:rt" + node.parent.substr(node.parent.size() - 1);
    CHECK(std::ranges::count(node.tags, table) == 1);
    const auto target = [](const std::string& tag) { return tag.starts_with("sdg:"); };
    CHECK(std::ranges::any_of(node.tags, target));
    for (const auto& tag : node.tags) {
      if (target(tag)) CHECK(node.guidance.at("en").find(tag.substr(4)) != std::string::npos);
    }
  }
}

TEST_CASE("titles of the objectives are those of the Compact, and those not compared are marked") {
  const auto format = shipped("gcm-imrf");
  CHECK(format.find("obj-07")->title.at("en") == "Address and reduce vulnerabilities in migration");
  CHECK(format.find("obj-23")->title.at("en") ==
        "Strengthen international cooperation and global partnerships for safe, orderly and regular migration");
  std::set<std::string> confirmed;
  for (const auto& item : code_list(format, "objectives").items) {
    CAPTURE(item.key);
    CHECK(item.title.contains("ru"));
    CHECK_FALSE(item.title.contains("tk"));  // none was published
    CHECK_FALSE(item.source.empty());
    if (std::ranges::find(item.unconfirmed, "ru") == item.unconfirmed.end()) confirmed.insert(item.key);
  }
  CHECK(confirmed == std::set<std::string>{"01", "08"});
  const auto warnings = format_warnings(format);
  const auto warned = [&](const std::string& place, const std::string& language) {
    return std::ranges::any_of(warnings, [&](const domain::Finding& warning) {
      return warning.pointer == place &&
             warning.message.english().find("'" + language + "' is not confirmed") != std::string::npos;
    });
  };
  CHECK(warned("outline 'obj-03'", "ru"));
  CHECK_FALSE(warned("outline 'obj-01'", "ru"));
  CHECK_FALSE(warned("outline 'obj-03'", "en"));
}

TEST_CASE("every Turkmen title is marked as unconfirmed") {
  int turkmen = 0;
  for (const auto& node : shipped("gcm-imrf").outline) {
    if (!node.title.contains("tk")) continue;
    CAPTURE(node.key);
    CHECK(std::ranges::find(node.unconfirmed, "tk") != node.unconfirmed.end());
    ++turkmen;
  }
  CHECK(turkmen == 20);
}

TEST_CASE("the principles and the round tables are code lists") {
  const auto format = shipped("gcm-imrf");
  CHECK(code_list(format, "principles").items.size() == 10);
  CHECK(code_list(format, "principles").items.front().title.at("en") == "People-centred");
  CHECK(code_list(format, "round-tables").items.size() == 4);
}

TEST_CASE("the review goes from the agency's head to the coordinator to the foreign ministry") {
  const auto format = shipped("gcm-imrf");
  CHECK(format.submit_title.at("en") == "Clearance by the head of the agency");
  REQUIRE(format.review_steps.size() == 2);
  CHECK(format.review_steps[0].key == "coordinator");
  CHECK(format.review_steps[0].role == "coordinator");
  CHECK(format.review_steps[1].key == "foreign-ministry");
  CHECK(format.review_steps[1].role == "reviewer");
  CHECK(format.four_eyes == domain::FourEyes::required);
  CHECK(format.minor_edits);
}

TEST_CASE("the stages lead to the Forum without a gap, and on from it") {
  const auto format = shipped("gcm-imrf");
  std::vector<std::string> keys;
  for (const auto& stage : format.stages) keys.push_back(stage.key);
  CHECK(keys == std::vector<std::string>{"setup", "collect", "review", "assemble", "consult", "translate", "validate",
                                         "clear", "submit", "follow"});
  CHECK(format.stages.front().start.days == -52 * 7);
  CHECK(format.stages[8].start.days == -14 * 7);
  CHECK(format.stages.back().start.days == 0);
  for (std::size_t i = 1; i + 1 < format.stages.size(); ++i) {
    CAPTURE(format.stages[i].key);
    CHECK(format.stages[i].start.days <= format.stages[i - 1].end.days);
  }
}

TEST_CASE("a voluntary review of the 2030 Agenda is the same thing with seventeen goals") {
  const auto format = shipped("sdg-vnr");
  CHECK(children_of(format, "goals").size() == 17);
  CHECK(format.find("goal-17")->title.at("en") == "Goal 17. Partnerships for the goals");
  CHECK(format.find("goal-01")->unconfirmed == std::vector<std::string>{"fr", "es", "ru"});
  CHECK(format.find("messages")->limit.words == 700);
  CHECK(format.limit.words == 0);
}

TEST_CASE("a report to the periodic review has 10,700 words at the most, annexes not counted") {
  const auto format = shipped("upr");
  CHECK(format.limit.words == 10'700);
  std::size_t words = 0;
  for (const auto& node : format.outline) {
    CAPTURE(node.key);
    words += node.limit.words;
    if (node.limit.words > 0) CHECK(node.limit.block);
  }
  CHECK(words == 10'700);
  CHECK_FALSE(format.find("annex-recommendations")->counted);
  REQUIRE_FALSE(children_of(format, "section-c").empty());
  CHECK(children_of(format, "section-c").size() == code_list(format, "recommendations").items.size());
  CHECK(format.review_steps.size() == 3);
}
