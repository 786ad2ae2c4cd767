// The papers of a meeting.
#pragma once

#include <cstdint>
#include <string>

#include "usecases/papers/papers.hpp"

namespace usecases {

// kind: "agenda": when, where and with whom, the topics, and a table for each kind of what is open; "minutes": the same
// facts, the roll call, what was said, and what was decided, to be signed by the coordinator; "press-notice": for the
// public, who met, with whom and about what, for which forum under which mandate, what comes next, and whom to ask;
// nothing of the roll call but numbers, nothing of what was decided. For every participant. request.name is set here.
// Errors: not_found; those of get_paper.
DocumentFile get_meeting_paper(Service& service, const domain::Actor& actor, PaperRequest request, std::int64_t meeting,
                               const std::string& kind);

}  // namespace usecases
