// Help asked of partners: who drafts it, how it stands, and what each state needs.
#include <doctest/doctest.h>

#include "support/contains.hpp"
#include "support/plan_desk.hpp"

using namespace support;

TEST_CASE("help is drafted, asked for, agreed and received, each with what it needs") {
  const PlanDesk desk;
  const auto& f = desk.f;
  desk.task();
  const Json drafted = desk.request(
      {{"needed_by", "2026-02-01"}, {"amount", "12000000000.50"}, {"currency", "USD"}, {"task", 1}, {"note", "Long."}});
  CHECK(drafted.at("id") == 1);
  CHECK(drafted.at("state") == "drafted");
  CHECK(drafted.at("amount") == "12000000000.50");
  CHECK(drafted.at("task") == 1);
  CHECK(drafted.at("allowed_states") == Json{"requested", "withdrawn"});
  CHECK(desk.change_request(f.coordinator, 1, {{"state", "requested"}}).status == 200);
  CHECK(place_of_fault(desk.change_request(f.coordinator, 1, {{"state", "agreed"}})) == "/answer");
  CHECK(desk.change_request(f.coordinator, 1, {{"state", "agreed"}, {"answer", "Yes."}}).status == 200);
  CHECK(place_of_fault(desk.change_request(f.coordinator, 1, {{"answer", nullptr}})) == "/answer");
  CHECK(place_of_fault(desk.change_request(f.coordinator, 1, {{"state", "received"}})) == "/outcome");
  const auto received = desk.change_request(f.coordinator, 1, {{"state", "received"}, {"outcome", "A text."}});
  REQUIRE(received.status == 200);
  CHECK(received.json().at("answer") == "Yes.");
  CHECK(received.json().at("version") == 4);
  CHECK(received.json().at("allowed_states") == Json{"agreed"});
  std::string told;
  const Json events = f.observer.get(f.path("/events?limit=200")).json();
  for (const auto& event : events.at("items")) {
    const std::string type = event.at("type");
    if (type.starts_with("assistance.")) told += type + " " + event.at("data").at("state").get<std::string>() + "; ";
  }
  CHECK(told ==
        "assistance.added drafted; assistance.changed requested; assistance.changed agreed; "
        "assistance.changed received; ");
}

TEST_CASE("what was declined is asked for again without the answer of before") {
  const PlanDesk desk;
  const auto& f = desk.f;
  desk.request();
  CHECK(refusal(desk.change_request(f.coordinator, 1, {{"state", "agreed"}, {"answer", "Yes."}})) ==
        "409 wrong_next_state");
  REQUIRE(desk.change_request(f.coordinator, 1, {{"state", "requested"}}).status == 200);
  REQUIRE(desk.change_request(f.coordinator, 1, {{"state", "declined"}, {"answer", "No money."}}).status == 200);
  const auto again = desk.change_request(f.coordinator, 1, {{"state", "requested"}});
  REQUIRE(again.status == 200);
  CHECK(again.json().at("answer").is_null());
  CHECK(place_of_fault(desk.change_request(f.coordinator, 1, {{"state", "declined"}})) == "/answer");
  REQUIRE(desk.change_request(f.coordinator, 1, {{"answer", "They think about it."}}).status == 200);
  CHECK(desk.change_request(f.coordinator, 1, {{"state", "agreed"}}).status == 200);
  CHECK(place_of_fault(desk.change_request(f.coordinator, 1, {{"state", "declined"}})) == "/answer");
}

TEST_CASE("a sum is kept as it was written, and refused where it is none") {
  const PlanDesk desk;
  const auto& f = desk.f;
  for (const char* amount : {"0", "0.1", "5000", "999999999999999.9999", "10.50"}) {
    CHECK(desk.request({{"amount", amount}, {"currency", "TMT"}}).at("amount") == amount);
  }
  for (const char* amount : {"", "-5", "+5", "05", "5.", ".5", "1e3", "1,000", "5.00000", "1234567890123456", "=1+1"}) {
    CAPTURE(amount);
    CHECK(desk.ask_help(f.coordinator, {{"amount", amount}, {"currency", "TMT"}}).status == 422);
  }
  CHECK(desk.ask_help(f.coordinator, {{"amount", 5000}, {"currency", "TMT"}}).status == 422);
  for (const char* currency : {"usd", "US", "USDT", "$"}) {
    CHECK(desk.ask_help(f.coordinator, {{"amount", "5"}, {"currency", currency}}).status == 422);
  }
  CHECK(place_of_fault(desk.ask_help(f.coordinator, {{"amount", "5"}})) == "/currency");
  CHECK(place_of_fault(desk.ask_help(f.coordinator, {{"currency", "USD"}})) == "/amount");
  const auto without = desk.change_request(f.coordinator, 1, {{"amount", nullptr}});
  REQUIRE(without.status == 200);
  CHECK(without.json().at("currency").is_null());
}

TEST_CASE("who may draft and change a request: each role, of this agency and another") {
  const PlanDesk desk;
  const auto& f = desk.f;
  for (const Caller* other : {&f.writer, &f.contributor, &f.ministry, &f.translator, &f.observer}) {
    CHECK(refusal(desk.ask_help(*other)) == "403 role_required");
  }
  const auto own = desk.ask_help(f.head);
  REQUIRE_MESSAGE(own.status == 201, own.body);
  CHECK(own.json().at("agency") == "labour");
  CHECK(own.json().at("allowed_states") == Json{"withdrawn"});
  CHECK(refusal(desk.ask_help(f.head, {{"agency", "health"}})) == "403 not_your_agency");
  CHECK(refusal(desk.ask_help(f.head, {{"agency", "none"}})) == "403 not_your_agency");
  CHECK(desk.change_request(f.head, 1, {{"partner", "UNHCR"}, {"amount", "7"}, {"currency", "USD"}}).status == 200);
  for (const Json& more : {Json{{"state", "requested"}}, Json{{"agency", "health"}}, Json{{"agency", nullptr}},
                           Json{{"answer", "Yes."}}, Json{{"outcome", "It came."}}}) {
    CHECK(refusal(desk.change_request(f.head, 1, more)) == "403 role_required");
  }
  for (const Caller* other : {&f.writer, &f.other_head, &f.ministry, &f.translator, &f.observer}) {
    CHECK(refusal(desk.change_request(*other, 1, {{"note", "Ours."}})) == "403 not_yours");
    CHECK(other->get(desk.request_path(1)).json().at("may_change") == false);
  }
  REQUIRE(desk.change_request(f.coordinator, 1, {{"state", "requested"}}).status == 200);
  CHECK(refusal(desk.change_request(f.head, 1, {{"note", "Ours."}})) == "403 not_yours");
  CHECK(f.head.get(desk.request_path(1)).json().at("may_change") == false);
  REQUIRE(desk.ask_help(f.head).status == 201);
  CHECK(desk.change_request(f.head, 2, {{"state", "withdrawn"}}).status == 200);
  CHECK(refusal(desk.change_request(f.head, 2, {{"state", "drafted"}})) == "403 not_yours");
}

TEST_CASE("a request names a task and an agency that are there") {
  const PlanDesk desk;
  const auto& f = desk.f;
  CHECK(place_of_fault(desk.ask_help(f.coordinator, {{"task", 1}})) == "/task");
  CHECK(place_of_fault(desk.ask_help(f.coordinator, {{"agency", "police"}})) == "/agency");
  CHECK(place_of_fault(desk.ask_help(f.coordinator, {{"needed_by", "2026-02-30"}})) == "/needed_by");
  CHECK(place_of_fault(desk.ask_help(f.coordinator, {{"partner", std::string(201, 'x')}})) == "/partner");
  CHECK(desk.ask_help(f.coordinator, {{"kind", "money"}}).status == 422);
  CHECK(f.observer.get(desk.request_path(1)).status == 404);
}

TEST_CASE("requests are listed by state, agency and kind") {
  const PlanDesk desk;
  desk.request();
  desk.request({{"agency", "health"}, {"kind", "funds"}});
  desk.request();
  REQUIRE(desk.change_request(desk.f.coordinator, 3, {{"state", "withdrawn"}}).status == 200);
  CHECK(desk.numbers("/assistance") == "1 2 3 ");
  CHECK(desk.numbers("/assistance?state=withdrawn") == "3 ");
  CHECK(desk.numbers("/assistance?agency=health") == "2 ");
  CHECK(desk.numbers("/assistance?kind=funds") == "2 ");
  CHECK(desk.numbers("/assistance?limit=1") == "1 ");
  CHECK(desk.f.observer.get(desk.f.path("/assistance?agency=none")).status == 404);
}

TEST_CASE("a report has five hundred requests at most") {
  const PlanDesk desk;
  for (int i = 1; i <= 500; ++i) desk.request();
  CHECK(refusal(desk.ask_help(desk.f.coordinator)) == "409 too_many_assistance");
  CHECK(refusal(desk.ask_help(desk.f.head)) == "409 too_many_assistance");
}
