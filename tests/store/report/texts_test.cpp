#include "store/report/texts.hpp"

#include <doctest/doctest.h>

#include "domain/basis/error.hpp"
#include "support/stored_section.hpp"

namespace {

struct OneSection : support::StoredSection {
  std::string text_at(std::int64_t event) {
    return database.read([&](store::ReadTx& tx) {
      const auto texts = store::texts_of_report_at(tx, "r", event);
      return texts.empty() ? "(none)" : texts.at("s").at("en").markdown;
    });
  }
};

}  // namespace

TEST_CASE("the text of a section is what it was at an event") {
  OneSection open;
  CHECK(open.save(1, "one") == 5);
  CHECK(open.save(2, "two") == 6);
  CHECK(open.save(3, "three") == 7);
  CHECK(open.text_at(4) == "(none)");
  CHECK(open.text_at(5) == "one");
  CHECK(open.text_at(6) == "two");
  CHECK(open.text_at(7) == "three");
  CHECK(open.text_at(1000) == "three");
}

TEST_CASE("a revision is found by its number, the newest by none") {
  OneSection open;
  open.save(1, "one");
  open.save(2, "two");
  open.database.read([](store::ReadTx& tx) {
    CHECK(store::find_revision(tx, "r", "s", "en")->markdown == "two");
    CHECK(store::find_revision(tx, "r", "s", "en", 1)->markdown == "one");
    CHECK(store::find_revision(tx, "r", "s", "en", 1)->author.name == "Writer");
    CHECK_FALSE(store::find_revision(tx, "r", "s", "en", 3));
    CHECK_FALSE(store::find_revision(tx, "r", "s", "ru"));
    const auto list = store::list_revisions(tx, "r", "s", "en", 2, 10);
    REQUIRE(list.size() == 1);
    CHECK(list[0].revision == 1);
    CHECK(list[0].markdown.empty());
    return 0;
  });
}

TEST_CASE("the same number of a revision twice is stale, and nothing of it is kept") {
  OneSection open;
  open.save(1, "one");
  try {
    open.save(1, "another one");
    FAIL("two revisions have one number");
  } catch (const domain::Error& error) {
    CHECK(error.code() == domain::ErrorCode::stale);
  }
  CHECK(open.events().size() == 5);
  CHECK(open.text_at(1000) == "one");
}

TEST_CASE("a confirmation counts from its event on") {
  OneSection open;
  const auto saved = open.save(1, "one");
  std::int64_t confirmed = 0;
  open.database.write([&](store::WriteTx& tx) {
    confirmed = store::append_event(tx, "text.confirmed", {"r", "s"}, {}, nlohmann::json::object());
    store::confirm_revision(tx, *store::find_revision(tx, "r", "s", "en"), confirmed);
  });
  open.database.read([&](store::ReadTx& tx) {
    CHECK(store::texts_of_report_at(tx, "r", saved).at("s").at("en").confirmed == 0);
    CHECK(store::texts_of_report_at(tx, "r", confirmed).at("s").at("en").confirmed == 1);
    CHECK(store::texts_of_section(tx, "r", "s").at("en").confirmed == 1);
    return 0;
  });
}

TEST_CASE("sections and reports are told as they were at an event") {
  OneSection open;
  std::int64_t changed = 0;
  open.database.write([&](store::WriteTx& tx) {
    changed = store::append_event(tx, "changed", {"r", "s"}, {}, nlohmann::json::object());
    auto section = *store::find_section(tx, "r", "s");
    section.lead = "labour";
    section.state = domain::State::draft;
    store::update_section(tx, section, changed);
    auto report = *store::find_report(tx, "r");
    report.title = {{"en", "New title"}};
    store::update_report(tx, report, changed);
  });
  open.database.read([&](store::ReadTx& tx) {
    CHECK(store::list_sections_at(tx, "r", changed - 1).at(0).lead == "");
    CHECK(store::list_sections_at(tx, "r", changed - 1).at(0).state == domain::State::empty);
    CHECK(store::list_sections_at(tx, "r", changed).at(0).lead == "labour");
    CHECK(store::list_sections(tx, "r").at(0).state == domain::State::draft);
    const auto present = store::find_report(tx, "r").value();
    CHECK(store::report_at(tx, present, changed - 1)->title.at("en") == "Old title");
    CHECK(store::report_at(tx, present, changed)->title.at("en") == "New title");
    CHECK_FALSE(store::report_at(tx, present, 0));
    return 0;
  });
}

TEST_CASE("the agencies that wrote a section are known from their first save on") {
  OneSection open;
  const auto first = open.save(1, "one");
  open.save(2, "two");
  open.database.read([&](store::ReadTx& tx) {
    CHECK(store::writers_of_report_at(tx, "r", first - 1).empty());
    CHECK(store::writers_of_report_at(tx, "r", 1000).at("s") == std::vector<std::string>{"labour"});
    return 0;
  });
}
