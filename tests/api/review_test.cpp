#include <doctest/doctest.h>

#include <algorithm>

#include "support/api_app.hpp"
#include "usecases/operation/verify.hpp"

using namespace support;

namespace {

Json english(int revision) { return {{"revisions", {{"en", revision}}}}; }

Json because(const std::string& reason) { return {{"reason", reason}}; }

}  // namespace

TEST_CASE("a section goes from the agency over the coordinator to the foreign ministry, and no step is skipped") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("A text.").status == 201);
  CHECK(f.submit(f.writer).status == 403);
  const auto submitted = f.submit(f.head);
  CHECK(submitted.status == 201);
  CHECK(submitted.json().at("to") == Json{{"state", "in_review"}, {"step", "coordinator"}});
  CHECK(f.act(f.ministry, "approve", english(1)).status == 403);
  CHECK(f.act(f.coordinator, "approve", english(1)).status == 201);
  CHECK(f.act(f.coordinator, "approve", english(1)).status == 403);
  const auto approved = f.act(f.ministry, "approve", english(1));
  CHECK(approved.status == 201);
  CHECK(approved.json().at("to").at("state") == "approved");
  CHECK(f.coordinator.get(f.section("obj-07")).json().at("state") == "approved");
}

TEST_CASE("an approval names the newest revision, or it is refused") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("one").status == 201);
  REQUIRE(f.save("two").status == 200);
  REQUIRE(f.submit(f.head).status == 201);
  CHECK(f.act(f.coordinator, "approve").status == 422);
  const auto stale = f.act(f.coordinator, "approve", english(1));
  CHECK(stale.status == 412);
  CHECK(stale.json().at("current_revision") == 2);
  CHECK(f.act(f.coordinator, "approve", english(2)).status == 201);
}

TEST_CASE("a return needs a reason, which stays with its revision") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("one").status == 201);
  REQUIRE(f.submit(f.head).status == 201);
  CHECK(f.act(f.coordinator, "return").status == 422);
  REQUIRE(f.act(f.coordinator, "return", because("Give figures by year.")).status == 201);
  const auto section = f.writer.get(f.section("obj-07")).json();
  CHECK(section.at("state") == "returned");
  CHECK(section.at("returned").at("reason") == "Give figures by year.");
  CHECK(section.at("returned").at("revisions") == Json{{"en", 1}});
  REQUIRE(f.save("two").status == 200);
  const auto history = f.writer.get(f.section("obj-07", "/transitions")).json().at("items");
  REQUIRE(history.size() == 2);
  CHECK(history[1].at("action") == "return");
  CHECK(history[1].at("revisions") == Json{{"en", 1}});
}

TEST_CASE("a section that was returned twice shows the last reason") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("one").status == 201);
  for (const char* reason : {"Give figures by year.", "Give figures by region too."}) {
    REQUIRE(f.submit(f.head).status == 201);
    REQUIRE(f.act(f.coordinator, "return", because(reason)).status == 201);
    CHECK(f.writer.get(f.section("obj-07")).json().at("returned").at("reason") == reason);
  }
}

TEST_CASE("whoever wrote a text cannot approve it") {
  TestApp app;
  const ReportFixture f(app);
  const auto saved =
      f.coordinator.put(f.section("obj-07", "/texts/en"), {{"markdown", "mine"}}, {{"If-None-Match", "*"}});
  REQUIRE(saved.status == 201);
  REQUIRE(f.submit(f.head).status == 201);
  const auto refused = f.act(f.coordinator, "approve", english(1));
  CHECK(refused.status == 403);
  CHECK(refused.code() == "four_eyes");
}

TEST_CASE("whoever wrote a translation cannot approve it, and approves nothing of it by approving the text") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("one").status == 201);
  const HeaderMap first{{"If-None-Match", "*"}};
  REQUIRE(f.coordinator.put(f.section("obj-07", "/texts/ru"), {{"markdown", "Один"}}, first).status == 201);
  REQUIRE(f.submit(f.head).status == 201);
  const Json both{{"revisions", {{"en", 1}, {"ru", 1}}}};
  const auto own = f.act(f.coordinator, "approve", both);
  CHECK(own.status == 403);
  CHECK(own.code() == "four_eyes");
  CHECK(f.act(f.coordinator, "approve", english(1)).json().at("revisions") == Json{{"en", 1}});
  CHECK(f.act(f.ministry, "approve", both).json().at("revisions") == both.at("revisions"));
  CHECK(f.writer.get(f.section("obj-07", "/texts/ru")).json().at("translation") == "current");
}

TEST_CASE("who submits names the text that is cleared, and no other is") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("one").status == 201);
  REQUIRE(f.save("Один", "obj-07", "ru").status == 201);
  REQUIRE(f.save("two").status == 200);
  for (const Json& unnamed : {Json::object(), Json{{"revisions", Json::object()}}, Json{{"revisions", {{"ru", 1}}}}}) {
    const auto refused = f.act(f.head, "submit", unnamed);
    CHECK(refused.status == 422);
    CHECK(refused.json().at("errors").at(0).at("pointer") == "/revisions/en");
    CHECK(refused.json().at("errors").at(0).at("message").get<std::string>().find("{\"en\": 2}") != std::string::npos);
  }
  const auto stale = f.act(f.head, "submit", english(1));
  CHECK(stale.status == 412);
  CHECK(stale.code() == "stale");
  CHECK(stale.json().at("current_revision") == 2);
  CHECK(stale.json().at("saved_by").at("name") == "Sample writer");
  CHECK(f.act(f.head, "submit", english(3)).status == 412);
  CHECK(f.act(f.head, "submit", {{"revisions", {{"en", 2}, {"ru", 2}}}}).json().at("current_revision") == 1);
  const auto unknown = f.act(f.head, "submit", {{"revisions", {{"en", 2}, {"tk", 1}}}});
  CHECK(unknown.status == 422);
  CHECK(unknown.json().at("errors").at(0).at("pointer") == "/revisions/tk");
  CHECK(f.head.get(f.section("obj-07")).json().at("state") == "draft");
  CHECK(f.act(f.head, "submit", english(2)).json().at("revisions") == Json{{"en", 2}});
  REQUIRE(f.act(f.head, "withdraw").status == 201);
  const Json both{{"revisions", {{"en", 2}, {"ru", 1}}}};
  CHECK(f.act(f.head, "submit", both).json().at("revisions") == both.at("revisions"));
}

TEST_CASE("an approval confirms the translations that it names, and the others stay unconfirmed") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("one").status == 201);
  REQUIRE(f.save("Один", "obj-07", "ru").status == 201);
  REQUIRE(f.save("Bir", "obj-07", "tk").status == 201);
  const auto stands = [&](const char* language) {
    return f.head.get(f.section("obj-07", std::string("/texts/") + language)).json().at("translation");
  };
  const Json all{{"revisions", {{"en", 1}, {"ru", 1}, {"tk", 1}}}};
  const Json russian{{"revisions", {{"en", 1}, {"ru", 1}}}};
  REQUIRE(f.act(f.head, "submit", all).status == 201);
  CHECK(f.act(f.coordinator, "approve", {{"revisions", {{"ru", 1}, {"tk", 1}}}}).status == 422);
  REQUIRE(f.act(f.coordinator, "approve", all).status == 201);
  CHECK(f.act(f.ministry, "approve", russian).json().at("revisions") == russian.at("revisions"));
  CHECK(stands("ru") == "current");
  CHECK(stands("tk") == "unconfirmed");
  REQUIRE(f.act(f.head, "confirm_translation", {{"revisions", {{"tk", 1}}}}).status == 201);
  CHECK(stands("tk") == "current");
  // What was confirmed stays so in the next round, while nobody saves it anew.
  REQUIRE(f.act(f.coordinator, "reopen", because("A look.")).status == 201);
  REQUIRE(f.save("Один!", "obj-07", "ru").status == 200);
  REQUIRE(f.act(f.head, "submit", english(1)).status == 201);
  for (const Caller* reviewer : {&f.coordinator, &f.ministry}) {
    REQUIRE(f.act(*reviewer, "approve", english(1)).status == 201);
  }
  CHECK(stands("ru") == "unconfirmed");
  CHECK(stands("tk") == "current");
  CHECK(usecases::verify(app.database()).problems.empty());
}

TEST_CASE("whoever wrote a translation after approval cannot confirm it") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("one").status == 201);
  f.approve();
  const HeaderMap first{{"If-None-Match", "*"}};
  REQUIRE(f.coordinator.put(f.section("obj-07", "/texts/ru"), {{"markdown", "Один"}}, first).status == 201);
  const Json russian{{"revisions", {{"ru", 1}}}};
  const auto own = f.act(f.coordinator, "confirm_translation", russian);
  CHECK(own.status == 403);
  CHECK(own.code() == "four_eyes");
  CHECK(f.act(f.head, "confirm_translation", russian).status == 201);
}

TEST_CASE("a translation confirmed after approval leaves the approvals of its section as they are") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("one").status == 201);
  f.approve();
  const auto approvals = [&] {
    const Json document = f.coordinator.get(f.path("/document.json")).json();
    for (const auto& line : document.at("contributions")) {
      if (line.at("section") == "obj-07") return line.at("approvals");
    }
    return Json();
  };
  const Json before = approvals();
  CHECK(before.size() == 2);
  REQUIRE(f.save("Один", "obj-07", "ru").status == 201);
  REQUIRE(f.act(f.coordinator, "confirm_translation", {{"revisions", {{"ru", 1}}}}).status == 201);
  CHECK(approvals() == before);
}

TEST_CASE("nothing to report is said by the head, with a reason, and reviewed like a text") {
  TestApp app;
  const ReportFixture f(app);
  CHECK(f.act(f.head, "declare_nothing").status == 422);
  REQUIRE(f.act(f.head, "declare_nothing", because("No such case in the period.")).status == 201);
  REQUIRE(f.act(f.coordinator, "approve").status == 201);
  REQUIRE(f.act(f.ministry, "approve").status == 201);
  const auto section = f.head.get(f.section("obj-07")).json();
  CHECK(section.at("state") == "approved");
  CHECK(section.at("nothing_to_report").at("reason") == "No such case in the period.");
  CHECK(f.coordinator.get(f.path("/status")).json().at("counts").at("nothing_to_report") == 1);
}

TEST_CASE("what was declared to be nothing is so no longer once the section is withdrawn, returned or reopened") {
  const auto declares = [](const ReportFixture& f) {
    REQUIRE(f.act(f.head, "declare_nothing", because("No case.")).status == 201);
    CHECK_FALSE(f.head.get(f.section("obj-07")).json().at("nothing_to_report").is_null());
  };
  const auto is_over = [](const ReportFixture& f) {
    CHECK(f.head.get(f.section("obj-07")).json().at("nothing_to_report").is_null());
    CHECK(f.coordinator.get(f.path("/status")).json().at("counts").at("nothing_to_report") == 0);
  };
  TestApp app;
  const ReportFixture f(app);
  declares(f);
  REQUIRE(f.act(f.head, "withdraw").status == 201);
  is_over(f);
  declares(f);
  REQUIRE(f.act(f.coordinator, "return", because("There were two.")).status == 201);
  is_over(f);
  declares(f);
  for (const Caller& reviewer : {f.coordinator, f.ministry}) REQUIRE(f.act(reviewer, "approve").status == 201);
  REQUIRE(f.act(f.coordinator, "reopen", because("There were two.")).status == 201);
  is_over(f);
}

TEST_CASE("a submission is withdrawn before anybody decided, not after") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("one").status == 201);
  REQUIRE(f.submit(f.head).status == 201);
  REQUIRE(f.act(f.head, "withdraw").status == 201);
  REQUIRE(f.submit(f.head).status == 201);
  REQUIRE(f.act(f.coordinator, "approve", english(1)).status == 201);
  const auto refused = f.act(f.head, "withdraw");
  CHECK(refused.status == 409);
  CHECK(refused.code() == "already_decided");
}

TEST_CASE("a text under review or approved is changed by nobody but the coordinator, as a minor edit with a reason") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("one").status == 201);
  REQUIRE(f.submit(f.head).status == 201);
  const auto locked = f.save("two");
  CHECK(locked.status == 409);
  CHECK(locked.json().at("state") == "in_review");
  CHECK(locked.json().at("allowed_actions").is_array());
  REQUIRE(f.act(f.coordinator, "approve", english(1)).status == 201);
  REQUIRE(f.act(f.ministry, "approve", english(1)).status == 201);
  const std::string path = f.section("obj-07", "/texts/en");
  const HeaderMap headers{{"If-Match", "\"1\""}};
  CHECK(f.coordinator.put(path, {{"markdown", "one!"}, {"minor", true}}, headers).status == 422);
  CHECK(f.writer.put(path, {{"markdown", "one!"}, {"minor", true}, {"reason", "typo"}}, headers).status == 403);
  CHECK(f.coordinator.put(path, {{"markdown", "one!"}, {"minor", true}, {"reason", "typo"}}, headers).status == 200);
  CHECK(f.coordinator.get(f.section("obj-07")).json().at("state") == "approved");
}

TEST_CASE("an approved section is reopened by the coordinator with a reason, and goes round again") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("one").status == 201);
  f.approve();
  CHECK(f.act(f.head, "reopen", because("x")).status == 403);
  REQUIRE(f.act(f.coordinator, "reopen", because("New figures.")).status == 201);
  REQUIRE(f.save("two").status == 200);
  f.approve();
  CHECK(f.coordinator.get(f.section("obj-07", "/transitions")).json().at("items").size() == 7);
}

TEST_CASE("a translation saved after approval waits until the head or the coordinator confirms that very revision") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("one").status == 201);
  f.approve();
  const std::string path = f.section("obj-07", "/texts/ru");
  REQUIRE(f.translator.put(path, {{"markdown", "Один"}}, {{"If-None-Match", "*"}}).status == 201);
  CHECK(f.translator.get(path).json().at("translation") == "unconfirmed");
  CHECK(f.act(f.translator, "confirm_translation", {{"revisions", {{"ru", 1}}}}).status == 403);
  CHECK(f.act(f.head, "confirm_translation", {{"revisions", {{"ru", 2}}}}).status == 412);
  REQUIRE(f.act(f.head, "confirm_translation", {{"revisions", {{"ru", 1}}}}).status == 201);
  CHECK(f.translator.get(path).json().at("translation") == "current");
  CHECK(f.coordinator.get(f.section("obj-07")).json().at("state") == "approved");
}

TEST_CASE("many sections are decided about at once, each with its own result") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("one").status == 201);
  REQUIRE(f.save("eight", "obj-08").status == 201);
  REQUIRE(f.submit(f.head).status == 201);
  const Json items = {{{"section", "obj-07"}, {"action", "approve"}, {"revisions", {{"en", 1}}}},
                      {{"section", "obj-08"}, {"action", "approve"}, {"revisions", {{"en", 1}}}},
                      {{"section", "obj-99"}, {"action", "approve"}}};
  const auto results = f.coordinator.post(f.path("/transitions"), {{"items", items}}).json().at("items");
  REQUIRE(results.size() == 3);
  CHECK(results[0].at("status") == 201);
  CHECK(results[1].at("status") == 409);
  CHECK(results[2].at("status") == 404);
  CHECK(f.coordinator.get(f.section("obj-07")).json().at("step").at("key") == "foreign-ministry");
}

TEST_CASE("every answer about a section says what the caller may do next") {
  TestApp app;
  const ReportFixture f(app);
  const auto actions = [&](const Caller& caller) {
    return caller.get(f.section("obj-07")).json().at("allowed_actions");
  };
  CHECK(actions(f.writer) == Json{"save_text"});
  CHECK(actions(f.head) == Json{"save_text", "declare_nothing"});
  CHECK(actions(f.observer) == Json::array());
  CHECK(actions(f.coordinator) == Json{"save_text", "assign"});
  REQUIRE(f.save("one").status == 201);
  CHECK(actions(f.head) == Json{"save_text", "save_translation", "submit", "declare_nothing"});
}

TEST_CASE("every act of the review has an address, which its answer names and which says the same for ever") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("one").status == 201);
  REQUIRE(f.save("eight", "obj-08").status == 201);
  std::vector<Answer> acts{f.submit(f.head), f.act(f.coordinator, "return", because("Give figures by year."))};
  f.approve();
  acts.push_back(f.act(f.coordinator, "reopen", because("New figures.")));
  acts.push_back(f.act(f.head, "declare_nothing", because("No case.")));
  const auto history = f.head.get(f.section("obj-07", "/transitions")).json().at("items");
  for (const auto& act : acts) {
    REQUIRE(act.status == 201);
    const std::string address = act.header("Location");
    CHECK(address == f.section("obj-07", "/transitions/" + act.json().at("id").dump()));
    const auto read = f.head.get(address);
    Json same = act.json();
    same.erase("now");
    CHECK(read.json() == same);
    CHECK(std::ranges::count(history, same) == 1);
    CHECK(f.head.get(address, {{"If-None-Match", read.etag()}}).status == 304);
  }
}

TEST_CASE(
    "a transition is found in its own section only, by all who see the section, with the reason for its readers") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("one").status == 201);
  REQUIRE(f.submit(f.head).status == 201);
  const auto returned = f.act(f.coordinator, "return", because("Give figures by year."));
  const std::string number = returned.json().at("id").dump();
  const std::string address = f.section("obj-07", "/transitions/" + number);
  const Caller admin = app.person("second-admin", {{{"role", "admin"}}});
  for (const Caller* reader : {&f.writer, &f.head, &f.contributor, &f.translator, &f.coordinator, &f.ministry}) {
    CHECK(reader->get(address).json().at("reason") == "Give figures by year.");
  }
  for (const Caller* other : {&f.other_writer, &f.other_head, &f.observer, &admin}) {
    const auto seen = other->get(address);
    CHECK(seen.status == 200);
    CHECK(seen.json().at("reason").is_null());
    CHECK(seen.etag() != f.writer.get(address).etag());
  }
  for (const std::string& wrong :
       {f.section("obj-08", "/transitions/" + number), f.section("obj-99", "/transitions/" + number),
        "/v1/reports/none/sections/obj-07/transitions/" + number, f.section("obj-07", "/transitions/1"),
        f.section("obj-07", "/transitions/999999")}) {
    CHECK_MESSAGE(f.coordinator.get(wrong).status == 404, wrong);
  }
  CHECK(f.coordinator.get(f.section("obj-07", "/transitions/x")).status == 422);
  CHECK(app.anonymous().get(address).status == 401);
}

TEST_CASE("a repeated act names the same address again") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("one").status == 201);
  const std::string path = f.section("obj-07", "/transitions");
  const HeaderMap key{{"Idempotency-Key", "submit-once"}};
  const Json submit{{"action", "submit"}, {"revisions", {{"en", 1}}}};
  const auto first = f.head.post(path, submit, key);
  const auto again = f.head.post(path, submit, key);
  CHECK(again.header("Idempotent-Replayed") == "true");
  CHECK(again.header("Location") == first.header("Location"));
  CHECK_FALSE(first.header("Location").empty());
}
