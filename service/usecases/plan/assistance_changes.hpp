// A change of a request for help, checked and done.
#pragma once

#include "domain/preparation/assistance.hpp"
#include "usecases/frame/access.hpp"
#include "usecases/plan/assistance.hpp"

namespace usecases {

// Whether the coordinator alone may do so: it is asked for, answered, or given to another agency.
bool is_for_coordinator(const AssistanceChange& change, const domain::Assistance& request);

// Errors: as of update_assistance, but for rights and versions.
void change_assistance(const Read& context, const AssistanceChange& change, domain::Assistance& request);

}  // namespace usecases
