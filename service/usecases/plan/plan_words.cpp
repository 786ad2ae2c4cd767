#include "usecases/plan/plan_words.hpp"

namespace usecases {

using domain::Message;
using domain::say;

Message word_for(domain::TaskState state) {
  switch (state) {
    case domain::TaskState::open:
      return say("not begun");
    case domain::TaskState::under_way:
      return say("under way");
    case domain::TaskState::done:
      return say("done");
    case domain::TaskState::dropped:
      return say("dropped");
  }
  return {};
}

Message word_for(domain::AssistanceState state) {
  switch (state) {
    case domain::AssistanceState::drafted:
      return say("drafted");
    case domain::AssistanceState::requested:
      return say("requested");
    case domain::AssistanceState::agreed:
      return say("agreed");
    case domain::AssistanceState::declined:
      return say("declined");
    case domain::AssistanceState::received:
      return say("received");
    case domain::AssistanceState::withdrawn:
      return say("withdrawn");
  }
  return {};
}

Message word_for(domain::AssistanceKind kind) {
  switch (kind) {
    case domain::AssistanceKind::expertise:
      return say("expertise");
    case domain::AssistanceKind::training:
      return say("training");
    case domain::AssistanceKind::translation:
      return say("translation");
    case domain::AssistanceKind::data:
      return say("data");
    case domain::AssistanceKind::funds:
      return say("funds");
    case domain::AssistanceKind::printing:
      return say("printing");
    case domain::AssistanceKind::other:
      return say("other help");
  }
  return {};
}

Message word_for_post(std::string_view role) {
  if (role == domain::to_string(domain::Role::coordinator)) return say("coordinator");
  if (role == domain::to_string(domain::Role::reviewer)) return say("reviewer");
  if (role == domain::to_string(domain::Role::translator)) return say("translator");
  return {};
}

}  // namespace usecases
