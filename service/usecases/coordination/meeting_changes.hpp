// A change of a meeting, checked and done.
#pragma once

#include "domain/meeting.hpp"
#include "usecases/coordination/meetings.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {

// Errors: as of update_meeting, but for rights and versions.
void change_meeting(const Read& context, const OpenReport& report, const MeetingChange& change,
                    domain::Meeting& meeting);

}  // namespace usecases
