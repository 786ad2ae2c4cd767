// What the parts of the preparation plan are called in the language of a document.
#pragma once

#include <string>

#include "documents/labels/labels.hpp"
#include "domain/basis/actor.hpp"
#include "domain/preparation/assistance.hpp"
#include "domain/preparation/task.hpp"

namespace documents {

const std::string& word_for(const Labels& labels, domain::TaskState state);
const std::string& word_for(const Labels& labels, domain::AssistanceState state);
const std::string& word_for(const Labels& labels, domain::AssistanceKind kind);
// role: one of domain::kTaskRoles; what others are called is not known, and empty.
const std::string& word_for(const Labels& labels, domain::Role role);

}  // namespace documents
