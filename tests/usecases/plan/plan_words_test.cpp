// What the parts of the plan are called in messages and in documents.
#include <doctest/doctest.h>

#include "documents/labels/labels.hpp"
#include "documents/labels/plan_words.hpp"
#include "usecases/frame/told.hpp"
#include "usecases/plan/plan_words.hpp"

namespace {

template <class Key>
void same_words(const documents::Labels& labels, Key key) {
  const std::string in_message = usecases::told(usecases::word_for(key), labels.language);
  CHECK_MESSAGE(documents::word_for(labels, key) == in_message, labels.language, ": ", in_message);
}

}  // namespace

TEST_CASE("spreadsheets and documents call the parts of the plan by the same words") {
  for (const std::string& language : usecases::message_languages()) {
    const auto& labels = documents::labels_for(language);
    for (const auto state : domain::kTaskStates) same_words(labels, state);
    for (const auto state : domain::kAssistanceStates) same_words(labels, state);
    for (const auto kind : domain::kAssistanceKinds) same_words(labels, kind);
    for (const auto role : domain::kTaskRoles) {
      const std::string in_message = usecases::told(usecases::word_for_post(domain::to_string(role)), language);
      CHECK_MESSAGE(documents::word_for(labels, role) == in_message, language);
    }
  }
}
