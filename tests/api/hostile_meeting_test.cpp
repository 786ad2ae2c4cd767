// Meetings as large as somebody can make them: above their bounds they are refused, at their bounds they are printed.
#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

#include "support/api_app.hpp"
#include "support/contains.hpp"
#include "support/converting.hpp"
#include "support/peak_memory.hpp"
#include "support/sanitized.hpp"

using namespace support;

namespace {

constexpr std::size_t kMegabyte = 1'000'000;

// Lines of that many bytes, each told from the others.
std::string words_of(const std::string& first, std::size_t bytes) {
  std::string text = first;
  while (text.size() + 8 <= bytes) text += " figure" + std::to_string(text.size() % 10);
  text.resize(bytes, '.');
  return text;
}

std::vector<std::string> names_of(const std::string& first, int count, std::size_t bytes) {
  std::vector<std::string> names;
  for (int i = 0; i < count; ++i) names.push_back(words_of(first + std::to_string(i), bytes));
  return names;
}

struct LargeRoom {
  explicit LargeRoom(const Config& config = {}) : app(config) {}

  std::string door(const std::string& below = "") const { return f.path("/meetings/1" + below); }
  Answer call(const Json& more) const {
    Json body{{"title", "Meeting"}, {"held_on", "2026-01-15"}, {"agencies", {"labour"}}};
    body.update(more);
    return f.coordinator.post(f.path("/meetings"), body);
  }
  std::string everything() const {
    return f.coordinator.get(f.path("/meetings")).body + f.coordinator.get(f.path("/events?limit=1000")).body;
  }

  TestApp app;
  ReportFixture f{app};
};

// Where the first fault is; the answer does not repeat what was too long.
std::string refused_at(const Answer& answer) {
  REQUIRE_MESSAGE(answer.status == 422, answer.body.substr(0, 500));
  CHECK(answer.body.size() < 32'000);
  return answer.json().at("errors").at(0).at("pointer");
}

// A member of a body that holds a megabyte, and where the refusal says that it is too much.
struct Oversized {
  std::string member;
  Json value;
};

std::vector<Oversized> oversized_members() {
  const std::string large(kMegabyte, 'x');
  return {{"title", large},
          {"place", large},
          {"link", "https://example.org/" + large},
          {"starts_at", large},
          {"held_on", large},
          {"organisers", {large}},
          {"partners", names_of("partner", 5'000, 190)},
          {"agencies", names_of("agency", 20'000, 40)},
          {"topics", names_of("topic", 2'000, 490)},
          {"topics", {large}}};
}

// The meeting of a ReportFixture with all that it may have.
struct FullMeeting : LargeRoom {
  FullMeeting() : LargeRoom(with_real_programs()) {
    Json agencies{"labour", "health", "interior"};
    for (int i = 3; i < 100; ++i) {
      agencies.push_back("agency-" + std::to_string(i));
      app.agency(agencies.back());
    }
    const Json most{{"title", words_of("Meeting", 300)},
                    {"place", words_of("Place", 500)},
                    {"link", "https://example.org/" + std::string(480, 'x')},
                    {"organisers", names_of("Organiser", 20, 200)},
                    {"partners", names_of("Partner", 20, 200)},
                    {"agencies", agencies},
                    {"topics", names_of("Topic", 30, 500)}};
    const auto called = call(most);
    REQUIRE_MESSAGE(called.status == 201, called.body);
    fill_agenda();
    for (const auto& agency : agencies) answer_for(agency);
    REQUIRE(f.coordinator.patch(door(), {{"state", "held"}}).status == 200);
    for (int i = 0; i < 50; ++i) {
      const Json decision{{"text", words_of("Decision" + std::to_string(i), 2'000)},
                          {"task", {{"agency", "labour"}, {"title", words_of("Task", 300)}}}};
      const auto decided = f.coordinator.post(door("/decisions"), decision);
      REQUIRE_MESSAGE(decided.status == 201, decided.body);
    }
    write_minutes();
  }

 private:
  // More than the fifty points of a kind that it has room for.
  void fill_agenda() const {
    const std::string title = words_of("Late", 300);
    for (int i = 0; i < 55; ++i) {
      const Json late{{"title", title}, {"agency", "labour"}, {"due_on", "2026-01-01"}};
      REQUIRE(f.coordinator.post(f.path("/tasks"), late).status == 201);
      const Json help{{"title", title}, {"partner", words_of("Partner", 200)}, {"kind", "expertise"}};
      const auto asked = f.coordinator.post(f.path("/assistance"), help);
      REQUIRE_MESSAGE(asked.status == 201, asked.body);
      REQUIRE(f.coordinator.patch(f.path("/assistance/" + std::to_string(i + 1)), {{"state", "requested"}}).status ==
              200);
    }
  }

  void answer_for(const std::string& agency) const {
    const Json lacks{{"agency", agency},
                     {"ready", false},
                     {"lacks", words_of("Lacks", 2'000)},
                     {"attends", words_of("Attends", 500)}};
    const auto answered = f.coordinator.post(door("/answers"), lacks);
    REQUIRE_MESSAGE(answered.status == 201, answered.body);
  }

  void write_minutes() const {
    std::string markdown;
    while (markdown.size() < 199'000) {
      markdown += "- **Point** " + std::to_string(markdown.size()) + ": " + words_of("said", 180) + "\n";
    }
    const auto tag = f.coordinator.get(door("/minutes")).etag();
    const auto saved = f.coordinator.put(door("/minutes"), Json{{"markdown", markdown}}, {{"If-Match", tag}});
    REQUIRE_MESSAGE(saved.status == 200, saved.body);
  }
};

}  // namespace

TEST_CASE("a megabyte in any member of a meeting is refused with its place, and leaves everything as it was") {
  const LargeRoom room;
  REQUIRE(room.call(Json::object()).status == 201);
  const std::string before = room.everything();
  for (const auto& [member, value] : oversized_members()) {
    CAPTURE(member);
    for (const auto& answer :
         {room.call({{member, value}}), room.f.coordinator.patch(room.door(), {{member, value}})}) {
      CHECK(refused_at(answer).starts_with("/" + member));
    }
  }
  CHECK(room.everything() == before);
}

TEST_CASE("a megabyte in an answer, a decision or the minutes is refused, and leaves everything as it was") {
  const LargeRoom room;
  REQUIRE(room.call(Json::object()).status == 201);
  const std::string before = room.everything();
  const std::string large(kMegabyte, 'x');
  const Caller& coordinator = room.f.coordinator;
  const auto answer = [&](const Json& body) { return refused_at(room.f.writer.post(room.door("/answers"), body)); };
  const auto decide = [&](const Json& body) { return refused_at(coordinator.post(room.door("/decisions"), body)); };
  CHECK(answer({{"ready", false}, {"lacks", large}}) == "/lacks");
  CHECK(answer({{"ready", true}, {"attends", large}}) == "/attends");
  CHECK(decide({{"text", large}}) == "/text");
  CHECK(decide({{"text", "X"}, {"task", {{"agency", "labour"}, {"title", large}}}}) == "/task/title");
  const HeaderMap on_top{{"If-Match", coordinator.get(room.door("/minutes")).etag()}};
  for (const std::string& minutes : {large, std::string(200'001, 'x')}) {
    CHECK(refused_at(coordinator.put(room.door("/minutes"), {{"markdown", minutes}}, on_top)) == "/markdown");
  }
  CHECK(room.everything() == before);
  CHECK(coordinator.get(room.door("/minutes")).json().at("markdown") == "");
}

TEST_CASE("a meeting with all that it may have is made into each paper, whole and within bounds") {
  const FullMeeting meeting;
  for (const std::string paper : {"agenda", "minutes", "press-notice"}) {
    for (const std::string ending : {"html", "docx", "pdf"}) {
      CAPTURE(paper + "." + ending);
      Answer made;
      const auto begin = std::chrono::steady_clock::now();
      const long megabytes = peak_megabytes(
          [&] { made = meeting.f.observer.get(meeting.door("/papers/" + paper + "." + ending + "?language=en")); });
      const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begin;
      REQUIRE_MESSAGE(made.status == 200, made.body.substr(0, 500));
      CHECK(spent.count() < (kSanitized ? 120 : 20));  // 2 seconds on a quiet machine
      CHECK(megabytes < (kSanitized ? 400 : 60));
      if (ending != "html") continue;
      CHECK(contains(made.body, "Partner19 "));
      if (paper == "minutes") CHECK(contains(made.body, "Decision49 "));
    }
  }
}
