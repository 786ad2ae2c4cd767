// What people read in a mail, in their language: a reminder, or what waits in their inbox.
#pragma once

#include <string>

#include "documents/mail/letter.hpp"
#include "domain/preparation/reminder.hpp"
#include "usecases/frame/access.hpp"
#include "usecases/reminders/digest.hpp"

namespace usecases {

documents::Letter reminder_letter(const Read& context, const OpenReport& report, const domain::Reminder& reminder,
                                  const std::string& language);

// Of one item or more. A single one needs no list, and stands in the subject.
documents::Letter digest_letter(const Service& service, const Digest& digest, const std::string& language);

}  // namespace usecases
