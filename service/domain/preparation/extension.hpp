// More time for a section: asked for by an agency, granted or refused by the coordinator.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/basis/actor.hpp"
#include "domain/basis/calendar.hpp"

namespace domain {

enum class ExtensionState { asked, granted, refused, withdrawn };

inline constexpr std::array kExtensionStates{ExtensionState::asked, ExtensionState::granted, ExtensionState::refused,
                                             ExtensionState::withdrawn};

std::string_view to_string(ExtensionState state);
std::optional<ExtensionState> parse_extension_state(std::string_view text);

// What somebody asked for or decided.
struct ExtensionAct {
  ExtensionState state = ExtensionState::asked;
  std::string until;                  // ISO day: asked for, or granted
  std::optional<std::string> reason;  // always there where it is asked for or refused
  Author by;
  Millis at = 0;
  std::int64_t event = 0;
};

struct Extension {
  std::string report;
  std::int64_t number = 0;  // from 1, by report
  std::string section;
  std::string agency;  // that needs more time
  ExtensionAct asked;
  std::optional<ExtensionAct> decision;

  ExtensionState state() const { return decision ? decision->state : ExtensionState::asked; }
  std::int64_t version() const { return decision ? 2 : 1; }
};

struct ExtensionFilter {
  std::string state;    // empty: any
  std::string agency;   // empty: any
  std::string section;  // empty: any
};

}  // namespace domain
