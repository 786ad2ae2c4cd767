// What a report says of itself on its title page.
#pragma once

#include "domain/report/report.hpp"
#include "usecases/reports/reports.hpp"

namespace usecases {

// Errors: invalid with all that is wrong, at its place in the request.
void change_imprint(domain::Report& report, const ImprintChange& change);

}  // namespace usecases
