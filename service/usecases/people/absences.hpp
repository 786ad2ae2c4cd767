// Days on which somebody is away, and the deputy who acts in their posts meanwhile.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/people/absence.hpp"
#include "domain/people/person.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {

struct NewAbsence {
  std::string from;
  std::string until;
  std::string deputy;
  std::vector<std::int64_t> posts;  // empty: all but those of an admin, those that the person will get too
};

// What is set is changed.
struct AbsenceChange {
  std::optional<std::string> from;
  std::optional<std::string> until;
  std::optional<std::string> deputy;
  std::optional<std::vector<std::int64_t>> posts;
};

struct AbsenceView {
  domain::Absence row;
  domain::AbsenceState state = domain::AbsenceState::ahead;  // today
};

// By the person, or an admin for them. Errors: invalid; conflict: another deputy has the same post on one of the days
// (`absence_overlaps`), or there are as many as there may be (`too_many_absences`, `too_many_deputyships`).
AbsenceView set_absence(const Write& context, const std::string& user, const NewAbsence& absence);
// Errors: the same; conflict (`absence_over`).
AbsenceView change_absence(const Write& context, const std::string& user, std::int64_t id, const AbsenceChange& change,
                           const Expected& expected);
// At once, begun or not. Errors: conflict (`absence_over`).
void end_absence(const Write& context, const std::string& user, std::int64_t id, const Expected& expected);

// For the person, the admin and the coordinator.
AbsenceView get_absence(const Read& context, const std::string& user, std::int64_t id);
std::vector<AbsenceView> list_absences(const Read& context, const std::string& user, std::int64_t after, int limit);

// All in which the person is absent or deputy end at once; gives how many.
int end_absences_around(const Write& context, const std::string& user, const domain::Author& by);
// The same for what they would do after a day: what begins later ends at once, and what lasts longer ends on that day.
int end_absences_after(const Write& context, const std::string& user, const std::string& day, const domain::Author& by);

// For whom somebody acts today: who asks sees it of themselves.
struct Deputyship {
  domain::Absence absence;
  std::vector<domain::HeldPost> posts;  // in force
};
std::vector<Deputyship> own_deputyships(const Read& context);
// One's own absences that are not over.
std::vector<AbsenceView> own_absences(const Read& context);

}  // namespace usecases
