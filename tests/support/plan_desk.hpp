// A report with a preparation plan. Today is 2026-01-15, the forum's first day 2026-05-05.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "support/api_app.hpp"

namespace support {

struct PlanDesk {
  TestApp app;
  ReportFixture f{app};

  std::string task_path(int number) const { return f.path("/tasks/" + std::to_string(number)); }
  std::string request_path(int number) const { return f.path("/assistance/" + std::to_string(number)); }

  // Of `labour`, unless it says another owner.
  Answer add_task(const Caller& who, const Json& more = Json::object()) const {
    Json body{{"title", "Agree on the outline"}};
    if (!more.contains("role") && !more.contains("agency")) body["agency"] = "labour";
    body.update(more);
    return who.post(f.path("/tasks"), body);
  }
  Json task(const Json& more = Json::object()) const {
    const auto added = add_task(f.coordinator, more);
    REQUIRE_MESSAGE(added.status == 201, added.body);
    return added.json();
  }
  Answer change_task(const Caller& who, int number, const Json& body) const {
    return who.patch(task_path(number), body);
  }
  Json changed_task(int number, const Json& body) const {
    const auto answer = change_task(f.coordinator, number, body);
    REQUIRE_MESSAGE(answer.status == 200, answer.body);
    return answer.json();
  }
  Json task_now(int number) const { return f.observer.get(task_path(number)).json(); }

  Answer ask_help(const Caller& who, const Json& more = Json::object()) const {
    Json body{{"title", "Editing of the English text"}, {"partner", "IOM"}, {"kind", "expertise"}};
    body.update(more);
    return who.post(f.path("/assistance"), body);
  }
  Json request(const Json& more = Json::object()) const {
    const auto added = ask_help(f.coordinator, more);
    REQUIRE_MESSAGE(added.status == 201, added.body);
    return added.json();
  }
  Answer change_request(const Caller& who, int number, const Json& body) const {
    return who.patch(request_path(number), body);
  }

  // The numbers of a list's items, one behind the other.
  std::string numbers(const std::string& address) const {
    std::string found;
    const auto answer = f.observer.get(f.path(address));
    REQUIRE_MESSAGE(answer.status == 200, answer.body);
    const Json page = answer.json();
    for (const auto& item : page.at("items")) found += item.at("id").dump() + " ";
    return found;
  }
};

// Where the first fault of a refusal is.
inline std::string place_of_fault(const Answer& answer) {
  REQUIRE_MESSAGE(answer.status == 422, answer.body);
  return answer.json().at("errors").at(0).at("pointer");
}

// "409 task_waits"
inline std::string refusal(const Answer& answer) { return std::to_string(answer.status) + " " + answer.code(); }

}  // namespace support
