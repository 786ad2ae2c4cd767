// The audit trail where its events are large.
#include <doctest/doctest.h>

#include <set>

#include "store/log/events.hpp"
#include "support/api_app.hpp"
#include "support/contains.hpp"

using namespace support;

namespace {

// Seventeen languages more, each text as long as it may be and of letters of three bytes: 25 kB.
Json longest_title() {
  std::string words;
  for (int i = 0; i < 500; ++i) words += "ა";
  Json title = Json::object();
  for (char letter = 'a'; letter < 'a' + 17; ++letter) {
    title[std::string("aa") + letter] = words;
  }
  return title;
}

// Follows the pages to their end; gives how many there were.
int check_pages(const Caller& caller, const std::string& path, std::int64_t last) {
  constexpr std::size_t kMostOfAnswer = store::kMostDataOfPage + 2 * 1024 * 1024;
  std::int64_t after = 0;
  int pages = 0;
  for (bool more = true; more; ++pages) {
    const auto answer = caller.get(path + "?limit=1000&after=" + std::to_string(after));
    REQUIRE(answer.status == 200);
    CHECK(answer.body.size() < kMostOfAnswer);
    const Json body = answer.json();
    REQUIRE_FALSE(body.at("items").empty());
    std::int64_t before = after;
    for (const Json& event : body.at("items")) {
      CHECK(event.at("id").get<std::int64_t>() > before);
      before = event.at("id");
    }
    after = body.at("next_after");
    CHECK(after == before);
    more = contains(answer.header("Link"), "rel=\"next\"");
    if (more) CHECK(contains(answer.header("Link"), "after=" + std::to_string(after)));
  }
  CHECK(after == last);
  return pages;
}

}  // namespace

TEST_CASE("large events make more pages, not larger ones, and none of them is left out") {
  TestApp app;
  const ReportFixture f(app);
  constexpr int kChanges = 300;  // 7 MB or more
  REQUIRE(f.coordinator.patch(f.path(), {{"title", longest_title()}}).status == 200);
  app.app().service().database().write([&](store::WriteTx& tx) {
    const auto one = store::list_events(tx, f.report, store::last_event(tx).id - 1, 1).events.at(0);
    const Json data = Json::parse(one.data);
    for (int i = 0; i < kChanges; ++i) store::append_event(tx, one.type, {f.report, ""}, one.by, data);
  });
  const auto last = f.coordinator.get(f.path()).json().at("sequence").get<std::int64_t>();
  CHECK(check_pages(f.coordinator, f.path("/events"), last) >= 2);
  CHECK(check_pages(app.admin(), "/v1/events", last) >= 2);
  CHECK(f.coordinator.get(f.path("/events?limit=1000&after=" + std::to_string(last - 5))).json().at("items").size() ==
        5);
}
