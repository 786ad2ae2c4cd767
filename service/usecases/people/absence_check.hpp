// What makes an absence as somebody wishes it impossible.
#pragma once

#include "domain/people/absence.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {

// Days, deputy and posts, each by itself. Errors: invalid, with every fault.
void check_absence(const Write& context, const domain::Absence& absence);

// Beside what else there is. Errors: conflict (`absence_overlaps`, `too_many_absences`, `too_many_deputyships`).
void require_room_for(const Write& context, const domain::Absence& absence);

}  // namespace usecases
