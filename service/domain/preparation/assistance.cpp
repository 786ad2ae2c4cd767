#include "domain/preparation/assistance.hpp"

#include <algorithm>
#include <utility>

namespace domain {
namespace {

struct AssistanceWays {
  AssistanceState state;
  std::string_view name;
  std::vector<AssistanceState> next;
};

// Which state leads to which. What was declined may be asked for again, what was withdrawn drafted again, and what was
// noted as received may turn out to be still to come.
const std::array<AssistanceWays, 6>& assistance_ways() {
  using enum AssistanceState;
  static const std::array<AssistanceWays, 6> all{{
      {drafted, "drafted", {requested, withdrawn}},
      {requested, "requested", {agreed, declined, withdrawn}},
      {agreed, "agreed", {received, declined, withdrawn}},
      {declined, "declined", {requested}},
      {received, "received", {agreed}},
      {withdrawn, "withdrawn", {drafted}},
  }};
  return all;
}

const AssistanceWays& ways_of(AssistanceState state) {
  return *std::ranges::find(assistance_ways(), state, &AssistanceWays::state);
}

constexpr std::array<std::pair<AssistanceKind, std::string_view>, 7> kAssistanceKindNames{{
    {AssistanceKind::expertise, "expertise"},
    {AssistanceKind::training, "training"},
    {AssistanceKind::translation, "translation"},
    {AssistanceKind::data, "data"},
    {AssistanceKind::funds, "funds"},
    {AssistanceKind::printing, "printing"},
    {AssistanceKind::other, "other"},
}};

}  // namespace

std::string_view to_string(AssistanceState state) { return ways_of(state).name; }

std::optional<AssistanceState> parse_assistance_state(std::string_view text) {
  const auto found = std::ranges::find(assistance_ways(), text, &AssistanceWays::name);
  return found == assistance_ways().end() ? std::nullopt : std::optional(found->state);
}

bool is_ended(AssistanceState state) {
  using enum AssistanceState;
  return state == declined || state == received || state == withdrawn;
}

bool is_unanswered(AssistanceState state) {
  using enum AssistanceState;
  return state == drafted || state == requested;
}

std::vector<AssistanceState> next_states(AssistanceState state) { return ways_of(state).next; }

std::string_view to_string(AssistanceKind kind) {
  return std::ranges::find(kAssistanceKindNames, kind, &std::pair<AssistanceKind, std::string_view>::first)->second;
}

std::optional<AssistanceKind> parse_assistance_kind(std::string_view text) {
  const auto found =
      std::ranges::find(kAssistanceKindNames, text, &std::pair<AssistanceKind, std::string_view>::second);
  return found == kAssistanceKindNames.end() ? std::nullopt : std::optional(found->first);
}

AssistanceLack lack_of(const Assistance& request) {
  using enum AssistanceState;
  if (request.amount && !request.currency) return {"currency", say("Say in which currency the amount is.")};
  if (request.currency && !request.amount) return {"amount", say("A currency needs an amount.")};
  if ((request.state == agreed || request.state == declined) && !request.answer) {
    return {"answer", say("Say what the partner answered.")};
  }
  if (request.state == received && !request.outcome) return {"outcome", say("Say what came of it.")};
  return {};
}

const Post* post_for(const Actor& actor, const Assistance& request) {
  if (const Post* coordinator = actor.post_with(Role::coordinator)) return coordinator;
  if (request.state != AssistanceState::drafted || request.agency.empty()) return nullptr;
  const auto own = std::ranges::find_if(
      actor.posts, [&](const Post& post) { return post.role == Role::head && post.agency == request.agency; });
  return own == actor.posts.end() ? nullptr : &*own;
}

}  // namespace domain
