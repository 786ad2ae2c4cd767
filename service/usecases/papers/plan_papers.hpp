// The preparation plan and the assistance requested, as papers that can be laid before a meeting.
#pragma once

#include <string>

#include "usecases/papers/papers.hpp"

namespace usecases {

// kind: "plan": the stages with their days, then the tasks by their days; "assistance": all that was asked for, without
// drafts and what was withdrawn. For every participant. request.name is set here. Errors: those of get_paper.
DocumentFile get_plan_paper(Service& service, const domain::Actor& actor, PaperRequest request,
                            const std::string& kind);

}  // namespace usecases
