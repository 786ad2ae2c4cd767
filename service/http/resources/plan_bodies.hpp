// What bodies say of tasks, which stand alone and in decisions.
#pragma once

#include "http/contract/json.hpp"
#include "usecases/plan/tasks.hpp"

namespace http {

usecases::TaskChange task_change_of(const Body& body);

}  // namespace http
