// What the parts of the plan are called, for people.
#pragma once

#include <string_view>

#include "domain/basis/message.hpp"
#include "domain/preparation/assistance.hpp"
#include "domain/preparation/task.hpp"

namespace usecases {

domain::Message word_for(domain::TaskState state);
domain::Message word_for(domain::AssistanceState state);
domain::Message word_for(domain::AssistanceKind kind);
// role: one of domain::kTaskRoles by name.
domain::Message word_for_post(std::string_view role);

}  // namespace usecases
