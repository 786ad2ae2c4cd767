#include "http/resources/views.hpp"

namespace http {

Json mail_json(const domain::Mail& mail) {
  return {{"id", mail.id},
          {"user", mail.user},
          {"name", mail.user_name},
          {"address", mail.address},
          {"kind", domain::to_string(mail.kind)},
          {"language", mail.language},
          {"report", or_null(mail.report)},
          {"event", mail.event},
          {"message_id", mail.message_id},
          {"state", domain::to_string(mail.state)},
          {"attempts", mail.attempts},
          {"losses", mail.losses},
          {"created_at", time_json(mail.created_at)},
          {"next_attempt_at", time_json(mail.next_attempt_at)},
          {"finished_at", time_json(mail.finished_at)},
          {"last_outcome", or_null(mail.last_outcome)}};
}

Json mail_settings_json(const usecases::MailSettingsView& view) {
  return {{"user", view.row.user},
          {"address", or_null(view.address)},
          {"rhythm", domain::to_string(view.row.rhythm)},
          {"language", or_null(view.row.language)},
          {"mail_is_on", view.mail_is_on},
          {"version", view.row.version}};
}

}  // namespace http
