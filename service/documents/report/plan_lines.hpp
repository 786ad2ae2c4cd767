// What a document tells of the preparation plan and of the assistance requested.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "domain/basis/actor.hpp"
#include "domain/preparation/assistance.hpp"
#include "domain/preparation/task.hpp"

namespace documents {

struct PlannedTask {
  std::int64_t number = 0;
  std::string title;
  std::string agency;                // its title; empty: a post has the task
  std::optional<domain::Role> role;  // of the post
  std::string due_on;                // ISO day; empty: it has none
  domain::TaskState state = domain::TaskState::open;
  bool overdue = false;  // where the document knows what day it is
  std::string result;    // of one that has ended; may be empty
};

struct RequestedHelp {
  std::int64_t number = 0;
  std::string title;
  domain::AssistanceKind kind = domain::AssistanceKind::other;
  std::string partner;
  std::string needed_by;         // ISO day; this and all below may be empty
  std::string amount, currency;  // "5000.00", "USD"
  domain::AssistanceState state = domain::AssistanceState::requested;
  std::string answer, outcome;
};

}  // namespace documents
