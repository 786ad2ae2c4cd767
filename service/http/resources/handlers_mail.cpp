#include "http/resources/handlers_coordination.hpp"
#include "http/resources/views.hpp"
#include "usecases/mail/unsubscription.hpp"

namespace http {
namespace {

// It is asked for by whoever has the link, programs that look into mail among them: kept by none of them, found by no
// search, and it loads and names nothing.
Response page_of_link(std::string html) {
  Response response;
  response.set_body(std::move(html), "text/html; charset=utf-8");
  response.set_header("Content-Security-Policy", "default-src 'none'; form-action 'self'; frame-ancestors 'none'");
  response.set_header("Referrer-Policy", "no-referrer");
  response.set_header("X-Robots-Tag", "noindex");
  response.confidential = true;
  return response;
}

}  // namespace

Response list_mails(const Call& call, const Read& context) {
  const Paging paging = paging_of(call);
  const domain::MailFilter filter{call.query("state").value_or(""), call.query("user").value_or("")};
  return page_of(call, paging, usecases::list_mails(context, filter, paging.position_number(), paging.asked()),
                 mail_json, [](const domain::Mail& mail) { return std::to_string(mail.id); });
}

Response get_mail(const Call& call, const Read& context) {
  return json_response(mail_json(usecases::get_mail(context, call.number_param("mail"))));
}

Response repeat_mail(const Call& call, const Write& context) {
  return json_response(mail_json(usecases::repeat_mail(context, call.number_param("mail"))));
}

Response send_test_mail(const Call& call, const Write& context) {
  const auto mail = usecases::send_test_mail(context, Speech(call.request).language());
  return created(mail_json(mail), "/v1/mails/" + std::to_string(mail.id));
}

Response get_mail_settings(const Call& call, const Read& context) {
  const auto view = usecases::get_mail_settings(context);
  return thing(call, mail_settings_json(view), view.row.version);
}

Response update_mail_settings(const Call& call, const Write& context) {
  const usecases::MailSettingsChange change{optional_text(call.body, "rhythm"), nullable_text(call.body, "language")};
  const auto view = usecases::update_mail_settings(context, change, call.expected());
  return thing(call, mail_settings_json(view), view.row.version);
}

Response show_unsubscribe(const Call& call) {
  return page_of_link(usecases::unsubscribe_page(call.service, call.param("secret")));
}

Response unsubscribe(const Call& call) {
  return page_of_link(usecases::unsubscribe(call.service, call.param("secret")));
}

}  // namespace http
