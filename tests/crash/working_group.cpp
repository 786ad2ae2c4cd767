#include "working_group.hpp"

#include <doctest/doctest.h>
#include <httplib.h>

#include <algorithm>
#include <chrono>
#include <thread>

using namespace support;
using std::chrono::milliseconds;

namespace {

const std::string kGroupFormat = R"(key: small
title: {en: Small}
languages: [en]
review: {steps: [{key: coordinator, role: coordinator, title: {en: Coordinator}}]}
outline:
  - {key: a, title: {en: All of it}}
)";

// The status; 0: no answer came, the service is gone.
int told(int port, const std::string& token, const std::string& path, const Json& body) {
  httplib::Client client("127.0.0.1", port);
  client.set_read_timeout(20);
  const auto answer =
      client.Post(path, httplib::Headers{{"Authorization", "Bearer " + token}}, body.dump(), "application/json");
  return answer ? answer->status : 0;
}

void make_group_report(const Caller& admin, const std::string& id) {
  const Json report{{"id", id},
                    {"format", "small"},
                    {"country", "TKM"},
                    {"title", {{"en", "Report " + id}}},
                    {"forum_date", "2099-05-05"},
                    {"languages", {"en"}},
                    {"source_language", "en"},
                    {"visibility", "shared"},
                    {"time_zone", "UTC"}};
  const auto made = admin.post("/v1/reports", report);
  REQUIRE_MESSAGE(made.status == 201, made.body);
}

std::string desk_path(std::size_t number) { return "/v1/users/desk-" + std::to_string(number); }

// Posts without an end; none where there is no such person.
std::size_t lasting_posts(const Caller& admin, std::size_t desk) {
  const auto found = admin.get(desk_path(desk) + "/posts?limit=200");
  if (found.status == 404) return 0;
  const Json posts = found.json().at("items");
  return static_cast<std::size_t>(
      std::ranges::count_if(posts, [](const Json& post) { return post.at("ends_on").is_null(); }));
}

std::size_t live_tokens(const Caller& admin, std::size_t desk) {
  const Json tokens = admin.get(desk_path(desk) + "/tokens?limit=200").json().at("items");
  return static_cast<std::size_t>(
      std::ranges::count_if(tokens, [](const Json& token) { return token.at("revoked_at").is_null(); }));
}

}  // namespace

std::string group_agency(int number) { return "a" + std::to_string(number); }

void make_working_group(const Caller& admin) {
  const auto stored = admin.send("POST", "/v1/formats", kGroupFormat, {{"Content-Type", "application/yaml"}});
  REQUIRE_MESSAGE(stored.status == 201, stored.body);
  for (int i = 0; i < kGroupAgencies; ++i) {
    const std::string agency = group_agency(i);
    const std::string head = "head-" + agency;
    REQUIRE(admin.post("/v1/agencies", {{"id", agency}, {"title", {{"en", agency}}}}).status == 201);
    const Json person{{"id", head}, {"name", head}, {"email", head + "@ministry.example"}};
    REQUIRE(admin.post("/v1/users", person).status == 201);
    REQUIRE(admin.post("/v1/users/" + head + "/posts", {{"role", "head"}, {"agency", agency}}).status == 201);
  }
  make_group_report(admin, "plan");
  REQUIRE(admin.post("/v1/users", {{"id", "desk-0"}, {"name", "Desk"}}).status == 201);
  REQUIRE(admin.post(desk_path(0) + "/posts", {{"role", "observer"}}).status == 201);
  REQUIRE(admin.post(desk_path(0) + "/posts", {{"role", "translator"}, {"languages", {"en"}}}).status == 201);
}

void make_report_due_today(const Caller& admin, const std::string& report) {
  make_group_report(admin, report);
  const std::string today = domain::format_time(system_clock_now()).substr(0, 10);
  const Json due{{"lead", "a0"}, {"contributors", {"a1", "a2"}}, {"due_on", today}, {"due_reason", "Agreed."}};
  const auto given = admin.patch("/v1/reports/" + report + "/sections/a", due);
  REQUIRE_MESSAGE(given.status == 200, given.body);
}

void Reminding::settle(const Caller& admin) {
  if (report_.empty()) return;
  std::set<std::string> found;
  const Json reminders = admin.get("/v1/reports/" + report_ + "/reminders?limit=200").json().at("items");
  for (const Json& reminder : reminders) {
    if (reminder.at("by_hand") == true) CHECK(found.insert(reminder.at("agency")).second);
  }
  for (int i = 0; i < kGroupAgencies; ++i) {
    const std::string agency = group_agency(i);
    const bool was_told = acknowledged_.contains({report_, agency});
    if (was_told) CHECK(found.contains(agency));
    if (!was_told && found.contains(agency)) CHECK(agency == under_way_);
  }
}

void Reminding::work(int port, const std::string& token, const std::string& report, unsigned pause_of_ms) {
  report_ = report;
  under_way_.clear();
  for (int i = 0; i < kGroupAgencies; ++i) {
    std::this_thread::sleep_for(milliseconds(pause_of_ms));
    under_way_ = group_agency(i);
    const int status = told(port, token, "/v1/reports/" + report + "/reminders", {{"agency", under_way_}});
    if (status == 0) return;
    if (status != 201) ++refused;
    acknowledged_.insert({report, under_way_});
  }
  under_way_.clear();
}

std::string Deciding::call(const Caller& admin, std::size_t round) {
  const std::string title = "Meeting of round " + std::to_string(1000 + round);
  const std::string today = domain::format_time(system_clock_now()).substr(0, 10);
  const Json meeting{{"title", title}, {"held_on", today}, {"agencies", {"a0", "a1", "a2"}}};
  const auto called = admin.post("/v1/reports/plan/meetings", meeting);
  REQUIRE_MESSAGE(called.status == 201, called.body);
  ++meeting_;
  all_ += acknowledged_;
  acknowledged_ = 0;
  return title;
}

// A decision and its task are one act.
void Deciding::settle(const Caller& admin) {
  if (meeting_ == 0) return;
  const Json decisions = admin.get("/v1/reports/plan/meetings/" + std::to_string(meeting_)).json().at("decisions");
  REQUIRE(decisions.size() >= acknowledged_);
  REQUIRE(decisions.size() <= acknowledged_ + 1);
  acknowledged_ = decisions.size();
  if (decisions.empty()) return;
  const Json& newest = decisions.back();
  const Json task = admin.get("/v1/reports/plan/tasks/" + newest.at("task").dump()).json();
  CHECK(task.at("title") == newest.at("text"));
}

void Deciding::work(int port, const std::string& token) {
  constexpr std::size_t kMost = 9;  // a report has room for a thousand tasks
  const std::string meeting = std::to_string(meeting_);
  while (acknowledged_ < kMost) {
    const std::string text = "Decision " + std::to_string(acknowledged_ + 1) + " of meeting " + meeting;
    const int status = told(port, token, "/v1/reports/plan/meetings/" + meeting + "/decisions",
                            {{"text", text}, {"task", {{"agency", "a0"}}}});
    if (status == 0) return;
    if (status != 201) ++refused;
    if (refused > 0) return;
    ++acknowledged_;
    std::this_thread::sleep_for(milliseconds(15));
  }
}

// Either the one has both posts and access, or the other has the posts and the access of the one is gone.
void HandingOver::settle(const Caller& admin) {
  const std::size_t left = lasting_posts(admin, holder_);
  const std::size_t given = lasting_posts(admin, holder_ + 1);
  REQUIRE(left + given == 2);
  REQUIRE((left == 0 || given == 0));
  if (given == 2) {
    CHECK(live_tokens(admin, holder_) == 0);
    ++holder_;
    ++caught_whole_;
  } else if (holder_ > 0) {
    CHECK(lasting_posts(admin, holder_ - 1) == 0);
    CHECK(live_tokens(admin, holder_ - 1) == 0);
  }
}

void HandingOver::work(int port, const std::string& token) {
  while (true) {
    const std::string next = "desk-" + std::to_string(holder_ + 1);
    const int access = told(port, token, desk_path(holder_) + "/tokens", {{"label", "desk"}});
    const int made = told(port, token, "/v1/users", {{"id", next}, {"name", "Desk"}});
    const int given = told(port, token, desk_path(holder_) + "/handover", {{"successor", next}});
    if (access == 0 || made == 0 || given == 0) return;
    if (access != 201 || given != 200 || (made != 201 && made != 409)) ++refused;  // 409: made before a kill
    if (refused > 0) return;
    ++holder_;
    std::this_thread::sleep_for(milliseconds(4));
  }
}
