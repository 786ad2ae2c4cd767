#include "documents/labels/plan_words.hpp"

#include <array>

namespace documents {
namespace {

template <class Group, class Key, std::size_t Count>
const std::string& word_in(const Group& words, const std::array<Key, Count>& keys,
                           const std::array<std::string Group::*, Count>& members, Key wanted) {
  static const std::string none;
  for (std::size_t i = 0; i < Count; ++i) {
    if (keys[i] == wanted) return words.*members[i];
  }
  return none;
}

}  // namespace

const std::string& word_for(const Labels& labels, domain::TaskState state) {
  using Words = TaskLabels;
  return word_in(labels.tasks, domain::kTaskStates,
                 std::array{&Words::open, &Words::under_way, &Words::done, &Words::dropped}, state);
}

const std::string& word_for(const Labels& labels, domain::AssistanceState state) {
  using Words = AssistanceLabels;
  return word_in(labels.requests, domain::kAssistanceStates,
                 std::array{&Words::drafted, &Words::requested, &Words::agreed, &Words::declined, &Words::received,
                            &Words::withdrawn},
                 state);
}

const std::string& word_for(const Labels& labels, domain::AssistanceKind kind) {
  using Words = HelpLabels;
  return word_in(labels.help, domain::kAssistanceKinds,
                 std::array{&Words::expertise, &Words::training, &Words::translation, &Words::data, &Words::funds,
                            &Words::printing, &Words::other},
                 kind);
}

const std::string& word_for(const Labels& labels, domain::Role role) {
  using Words = PostLabels;
  return word_in(labels.posts, domain::kTaskRoles,
                 std::array{&Words::coordinator, &Words::reviewer, &Words::translator}, role);
}

}  // namespace documents
