#include "usecases/operation/housekeeping.hpp"

#include "store/log/idempotency.hpp"
#include "store/preparation/outbox.hpp"
#include "store/report/exports.hpp"
#include "usecases/exports/exports.hpp"
#include "usecases/frame/idempotency.hpp"
#include "usecases/inbox/inbox.hpp"
#include "usecases/mail/mails.hpp"
#include "usecases/people/tokens.hpp"
#include "usecases/reminders/mailing.hpp"
#include "usecases/reminders/reminders.hpp"

namespace usecases {

namespace {

void forget_what_is_over(Service& service) {
  const auto now = service.now();
  const bool anything = service.database().read([&](store::ReadTx& tx) {
    return store::any_answer_before(tx, now - kAnswersKept) || store::any_export_before(tx, now - kExportsKept) ||
           store::any_mail_before(tx, now - kMailsKept);
  });
  if (!anything) return;  // no commit a minute for nothing
  service.database().write([&](store::WriteTx& tx) {
    store::forget_answers(tx, now - kAnswersKept);
    store::forget_exports(tx, now - kExportsKept);
    store::forget_mails(tx, now - kMailsKept);
  });
}

}  // namespace

void keep_house(Service& service) {
  save_token_uses(service);
  revoke_tokens_without_post(service);
  forget_what_is_over(service);
  make_reminders(service);
  sweep_inbox_marks(service);
  mail_digests(service);
}

void refresh_statistics(Service& service) { service.database().optimize(); }

}  // namespace usecases
