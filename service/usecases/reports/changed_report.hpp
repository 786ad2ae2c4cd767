// What an event tells of a report, and the event of a change.
#pragma once

#include <nlohmann/json.hpp>

#include "domain/basis/event.hpp"
#include "domain/report/report.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {

nlohmann::json describe(const domain::Report& report);

// With its event.
void save_changed(const Write& context, const domain::Report& report, const domain::Author& by);

}  // namespace usecases
