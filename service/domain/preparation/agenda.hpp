// What a meeting has to speak about: its own topics, and what is open in the report.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/basis/localized.hpp"

namespace domain {

enum class PointKind {
  topic,       // of the meeting itself
  overdue,     // a section whose day has passed
  returned,    // a section that was sent back
  review,      // a section that waits for a decision
  extension,   // more time was asked for, and nobody decided
  task,        // of the plan, is overdue
  assistance,  // was asked of a partner, who has not answered
  stage,       // of the format, is under way or comes next
};

inline constexpr std::array kPointKinds{PointKind::topic,      PointKind::overdue,   PointKind::returned,
                                        PointKind::review,     PointKind::extension, PointKind::task,
                                        PointKind::assistance, PointKind::stage};

std::string_view to_string(PointKind kind);
std::optional<PointKind> parse_point_kind(std::string_view text);

struct AgendaPoint {
  PointKind kind = PointKind::topic;
  std::string key;      // of the section or the stage, number of a request or a task; empty: a topic
  LocalizedText title;  // of the topic, the section, the stage, the task or the help
  std::string number;   // of the section: "7.4.3"
  std::string agency;   // whom it is about; empty: nobody, or nobody yet
  std::string partner;  // assistance: of whom it is asked
  std::string day;      // ISO: due, asked for, needed by, first of the stage; empty: none
};

inline constexpr int kMostPointsOfKind = 50;

struct Agenda {
  std::vector<AgendaPoint> points;  // by kind
  int left_out = 0;                 // of those that are open, beyond the most of a kind
};

}  // namespace domain
