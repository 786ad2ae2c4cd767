// The letter with which the coordinator reminds an agency on paper: what is due, when, and whom to turn to.
#pragma once

#include <string>

#include "usecases/papers/papers.hpp"

namespace usecases {

// As of today. For the coordinator and the people of the agency. request.name is set here. Errors: not_found (report,
// agency, language), forbidden; those of get_paper.
DocumentFile get_letter(Service& service, const domain::Actor& actor, PaperRequest request, const std::string& agency);

}  // namespace usecases
