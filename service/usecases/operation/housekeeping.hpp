// What goes by time: the service does it once a minute and at its start, whoever calls or does not.
#pragma once

#include "usecases/frame/service.hpp"

namespace usecases {

// Saves when tokens were last used; revokes those of people whose last post is over; forgets answers kept for an
// Idempotency-Key after 24 hours, exports a week and mails ninety days after their end, and the marks of inbox items
// that are gone; reminds agencies of what is due, on the days of each format, and mails people what is in their
// inboxes.
void keep_house(Service& service);

// Lets SQLite look at its tables again where they changed much, so that it chooses its ways by what is in them.
void refresh_statistics(Service& service);

}  // namespace usecases
