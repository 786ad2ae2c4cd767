// A change of a task, checked and done.
#pragma once

#include "domain/preparation/task.hpp"
#include "usecases/frame/access.hpp"
#include "usecases/plan/tasks.hpp"

namespace usecases {

// Whether nothing is changed that the coordinator alone may change.
bool is_progress(const TaskChange& change);

// Errors: as of update_task, but for rights and versions.
void change_task(const Read& context, const OpenReport& report, const TaskChange& change, domain::Task& task);

}  // namespace usecases
