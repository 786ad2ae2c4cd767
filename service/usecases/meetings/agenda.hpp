// What a meeting has to speak about.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/preparation/agenda.hpp"
#include "domain/preparation/meeting.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {

// The topics of the meeting and what is open now, without titles.
domain::Agenda open_points(const Read& context, const OpenReport& report, const domain::Meeting& meeting);

// The agenda with points for these topics in the place of those that it had.
void renew_topics(domain::Agenda& agenda, const std::vector<std::string>& topics);

struct AgendaView {
  domain::Meeting meeting;
  OpenReport report;
  domain::Agenda agenda;  // of a meeting that was held as it was then, else as it is now
};
// For every participant. Errors: not_found.
AgendaView get_agenda(const Read& context, const std::string& report, std::int64_t meeting);

}  // namespace usecases
