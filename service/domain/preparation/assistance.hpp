// Help asked of IOM or another partner.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/basis/actor.hpp"
#include "domain/basis/calendar.hpp"
#include "domain/basis/message.hpp"

namespace domain {

enum class AssistanceState {
  drafted,
  requested,  // of the partner
  agreed,
  declined,
  received,
  withdrawn,
};

inline constexpr std::array kAssistanceStates{AssistanceState::drafted,  AssistanceState::requested,
                                              AssistanceState::agreed,   AssistanceState::declined,
                                              AssistanceState::received, AssistanceState::withdrawn};

std::string_view to_string(AssistanceState state);
std::optional<AssistanceState> parse_assistance_state(std::string_view text);
// Declined, received or withdrawn: nobody waits for it.
bool is_ended(AssistanceState state);
// Drafted or requested: the partner has said nothing to it.
bool is_unanswered(AssistanceState state);
// Those that may follow; a state may always stay as it is.
std::vector<AssistanceState> next_states(AssistanceState state);

enum class AssistanceKind { expertise, training, translation, data, funds, printing, other };

inline constexpr std::array kAssistanceKinds{
    AssistanceKind::expertise, AssistanceKind::training, AssistanceKind::translation, AssistanceKind::data,
    AssistanceKind::funds,     AssistanceKind::printing, AssistanceKind::other};

std::string_view to_string(AssistanceKind kind);
std::optional<AssistanceKind> parse_assistance_kind(std::string_view text);

inline constexpr int kMostAssistance = 500;  // requests of a report

struct Assistance {
  std::string report;
  std::int64_t number = 0;  // from 1, by report
  std::int64_t version = 0;
  std::string title;
  std::optional<std::string> note;
  std::string partner;  // of whom it is asked: "IOM"
  AssistanceKind kind = AssistanceKind::other;
  std::optional<std::string> needed_by;  // ISO day
  std::optional<std::string> amount;     // a decimal number as it was written
  std::optional<std::string> currency;   // "USD", where there is an amount
  std::string agency;                    // that needs it; empty: the whole report does
  std::optional<std::int64_t> task;      // for which it is needed
  AssistanceState state = AssistanceState::drafted;
  std::optional<std::string> answer;   // of the partner
  std::optional<std::string> outcome;  // what came of it
  // The change that made this version.
  std::int64_t event = 0;
  Author by;
  Millis at = 0;
};

// The member without which it may not stand so, with a sentence; an empty name: it lacks nothing.
struct AssistanceLack {
  std::string_view member;
  Message message;
};
AssistanceLack lack_of(const Assistance& request);

// The post by which a person changes it: of a coordinator, or while it is a draft of a head of the agency that needs
// it. Null: there is none.
const Post* post_for(const Actor& actor, const Assistance& request);

struct AssistanceFilter {
  std::string state;   // empty: any
  std::string agency;  // empty: any
  std::string kind;    // empty: any
};

}  // namespace domain
