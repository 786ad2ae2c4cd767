// A change of a meeting, checked and done.
#pragma once

#include "domain/preparation/meeting.hpp"
#include "usecases/frame/access.hpp"
#include "usecases/meetings/meetings.hpp"

namespace usecases {

// Errors: as of update_meeting, but for rights and versions.
void change_meeting(const Read& context, const OpenReport& report, const MeetingChange& change,
                    domain::Meeting& meeting);

}  // namespace usecases
