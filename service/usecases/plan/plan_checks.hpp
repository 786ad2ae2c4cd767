// What the parts of the preparation plan may name. Errors of all: invalid at the pointer.
#pragma once

#include <string>

#include "usecases/frame/access.hpp"

namespace usecases {

// One that takes part.
void check_plan_agency(const Read& context, const std::string& agency, const std::string& pointer);
void check_plan_day(const std::string& day, const std::string& pointer);
// A section that is written, and so can be approved.
void check_plan_section(const OpenReport& report, const std::string& section, const std::string& pointer);
void check_plan_stage(const OpenReport& report, const std::string& stage, const std::string& pointer);

}  // namespace usecases
