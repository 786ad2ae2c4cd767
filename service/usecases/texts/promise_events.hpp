// A promise and its answers with the events that record them. The words stand in no event: not everybody may read them.
#pragma once

#include "store/report/promises.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {

// Fills in number and time.
void record_new_promise(const Write& context, domain::Promise& promise);
// As the next version.
void record_answer(const Write& context, domain::Promise& promise);

}  // namespace usecases
