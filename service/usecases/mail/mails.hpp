// Mail on its way out, as administrators and coordinators look at it. Nobody is shown what a mail says but who gets it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/preparation/mail.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {

inline constexpr domain::Millis kMailsKept = 90LL * 24 * 3600 * 1000;  // after their end

// Admin and coordinator, both of all mail. Errors: forbidden, not_found.
domain::Mail get_mail(const Read& context, std::int64_t mail);
// Newest first, below a number (0: from the newest). Errors: forbidden; not_found (the person of the filter).
std::vector<domain::Mail> list_mails(const Read& context, const domain::MailFilter& filter, std::int64_t below,
                                     int limit);

// Admin and coordinator: sends it once more, under the same Message-ID. Errors: forbidden, not_found; conflict where
// mail is off, or the mail is neither failed nor uncertain for good.
domain::Mail repeat_mail(const Write& context, std::int64_t mail);

// Admin: a mail to himself, to see whether mail works. language: that of the request, for who has chosen none. Errors:
// forbidden; conflict where mail is off, he has no address that mail can go to, or sent too many in an hour.
domain::Mail send_test_mail(const Write& context, const std::string& language);

// For who watches the service.
struct MailStanding {
  bool on = false;
  std::int64_t waiting = 0;
  std::int64_t failed = 0;
  std::int64_t uncertain = 0;
  std::int64_t oldest_seconds = 0;  // that the one which waits longest waits
  MailFigures figures;
};
MailStanding mail_standing(Service& service);

}  // namespace usecases
