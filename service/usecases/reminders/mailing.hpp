// What people are told by mail: reminders of what is due, and a digest of their inbox.
#pragma once

#include "domain/preparation/reminder.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {

// To each contributor and head of the agency who has an address, and to who stands in for one: a duty, which nobody
// switches off. In the transaction of the reminder.
void mail_reminder(const Write& context, const OpenReport& report, const domain::Reminder& reminder);

// What is unread in each person's inbox: once a day, from seven in the morning in the service's time zone, or at once
// for who wants that. News of which somebody was told are not told again; who has nothing unread gets no mail. A few
// people at a time. For housekeeping.
void mail_digests(Service& service);

}  // namespace usecases
