// The plan as tables for a spreadsheet: a line for each task or request, below a line of headings.
#pragma once

#include <string>
#include <vector>

#include "usecases/plan/assistance.hpp"
#include "usecases/plan/tasks.hpp"

namespace usecases {

// Of both: marked: with a byte order mark, without which Excel spoils letters that are not Latin. language: of headings
// and of the words for states, as message_language() gives it.
std::string tasks_csv(const std::vector<TaskView>& tasks, bool marked, const std::string& language);
std::string assistance_csv(const std::vector<AssistanceView>& requests, bool marked, const std::string& language);

}  // namespace usecases
