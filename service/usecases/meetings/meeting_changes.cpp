#include "usecases/meetings/meeting_changes.hpp"

#include <algorithm>
#include <set>
#include <string_view>

#include "domain/basis/error.hpp"
#include "usecases/frame/faults.hpp"
#include "usecases/frame/names.hpp"
#include "usecases/meetings/agenda.hpp"
#include "usecases/plan/plan_checks.hpp"

namespace usecases {
namespace {

using domain::Error;
using domain::ErrorCode;
using domain::Fault;
using domain::MeetingState;
using domain::say;

// Characters, as the contract says.
constexpr std::size_t kLongestMeetingTitle = 300;
constexpr std::size_t kLongestTopic = 500;
constexpr std::size_t kLongestNameOfOne = 200;

using GivenLine = std::optional<std::optional<std::string>>;

void change_line(const GivenLine& given, const char* pointer, std::optional<std::string>& line, Faults& faults) {
  if (!given) return;
  line = *given;
  if (line) faults.gather([&] { line = check_name(*line, pointer); });
}

void change_lines(const std::optional<std::vector<std::string>>& given, const std::string& pointer, std::size_t longest,
                  std::vector<std::string>& lines, Faults& faults) {
  if (!given) return;
  lines.clear();
  for (std::size_t i = 0; i < given->size(); ++i) {
    faults.gather([&] { lines.push_back(check_name((*given)[i], pointer + "/" + std::to_string(i), longest)); });
  }
}

// What a browser opens by a click: a web address and nothing that runs.
void check_link(const std::string& link) {
  const bool web = link.starts_with("https://") || link.starts_with("http://");
  const auto host = web ? link.substr(link.find("//") + 2) : "";
  const bool plain = std::ranges::all_of(link, [](char c) {
    return c > ' ' && c <= '~' && std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos;
  });
  if (plain && !host.empty() && host.front() != '/' && host.find('@') == std::string::npos) return;
  throw_invalid("/link", Fault::wrong_form, say("Give the address of a page, such as https://example.org/meeting."));
}

// "09:30"
bool is_time_of_day(const std::string& text) {
  if (text.size() != 5 || text[2] != ':') return false;
  const auto digits = [&](std::size_t at) {
    const bool both = text[at] >= '0' && text[at] <= '9' && text[at + 1] >= '0' && text[at + 1] <= '9';
    return both ? (text[at] - '0') * 10 + text[at + 1] - '0' : 100;
  };
  return digits(0) < 24 && digits(3) < 60;
}

void change_when(const MeetingChange& change, domain::Meeting& meeting, Faults& faults) {
  if (change.held_on) {
    meeting.held_on = *change.held_on;
    faults.gather([&] { check_plan_day(meeting.held_on, "/held_on"); });
  }
  if (!change.starts_at) return;
  meeting.starts_at = *change.starts_at;
  if (meeting.starts_at && !is_time_of_day(*meeting.starts_at)) {
    faults.add("/starts_at", Fault::wrong_form,
               say("'{0}' is not a time of the day such as 09:30.", *meeting.starts_at));
  }
}

void change_agencies(const Read& context, const MeetingChange& change, domain::Meeting& meeting, Faults& faults) {
  if (!change.agencies) return;
  const std::set<std::string> before(meeting.agencies.begin(), meeting.agencies.end());
  meeting.agencies = *change.agencies;
  for (std::size_t i = 0; i < meeting.agencies.size(); ++i) {
    // Who was asked while it took part stays, whatever became of it.
    if (before.contains(meeting.agencies[i])) continue;
    faults.gather([&] { check_plan_agency(context, meeting.agencies[i], "/agencies/" + std::to_string(i)); });
  }
}

void change_reason(const MeetingChange& change, MeetingState state, domain::Meeting& meeting, Faults& faults) {
  const bool given = change.reason && *change.reason;
  if (state != MeetingState::cancelled) {
    if (given) faults.add("/reason", Fault::does_not_fit, say("A reason is given only where a meeting is cancelled."));
    meeting.reason.reset();
    return;
  }
  if (change.reason) meeting.reason = *change.reason;
  if (given) faults.gather([&] { meeting.reason = check_remark(**change.reason, "/reason"); });
  if (!meeting.reason) faults.add("/reason", Fault::missing, say("Say why the meeting is cancelled."));
}

void require_next(const domain::Meeting& meeting, MeetingState state) {
  const auto next = domain::next_states(meeting.state);
  if (state == meeting.state || std::ranges::find(next, state) != next.end()) return;
  if (next.empty()) {
    throw Error(ErrorCode::conflict, "wrong_next_state", say("The meeting was held; that does not change any more."));
  }
  std::vector<std::string> names;
  for (const auto one : next) names.emplace_back(domain::to_string(one));
  throw Error(ErrorCode::conflict, "wrong_next_state",
              say("The state is '{0}'; it can become: {1}.", domain::to_string(meeting.state), names));
}

void require_day_has_come(const OpenReport& report, const domain::Meeting& meeting) {
  if (meeting.held_on <= report.today) return;
  throw_invalid("/state", Fault::does_not_fit,
                say("The meeting is on {0}; before that it cannot have been held.", meeting.held_on));
}

}  // namespace

void change_meeting(const Read& context, const OpenReport& report, const MeetingChange& change,
                    domain::Meeting& meeting) {
  const MeetingState state = change.state.value_or(meeting.state);
  Faults faults;
  if (change.title) {
    faults.gather([&] { meeting.title = check_name(*change.title, "/title", kLongestMeetingTitle); });
  }
  change_when(change, meeting, faults);
  change_line(change.place, "/place", meeting.place, faults);
  if (change.link) meeting.link = *change.link;
  if (change.link && meeting.link) faults.gather([&] { check_link(*meeting.link); });
  change_lines(change.organisers, "/organisers", kLongestNameOfOne, meeting.organisers, faults);
  change_lines(change.partners, "/partners", kLongestNameOfOne, meeting.partners, faults);
  change_lines(change.topics, "/topics", kLongestTopic, meeting.topics, faults);
  change_agencies(context, change, meeting, faults);
  change_reason(change, state, meeting, faults);
  faults.refuse();
  require_next(meeting, state);
  if (state == MeetingState::held) require_day_has_come(report, meeting);
  if (state == MeetingState::held && meeting.state != state) meeting.agenda = open_points(context, report, meeting);
  if (meeting.agenda && change.topics) renew_topics(*meeting.agenda, meeting.topics);
  meeting.state = state;
}

}  // namespace usecases
