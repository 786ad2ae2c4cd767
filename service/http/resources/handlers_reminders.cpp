#include "http/resources/handlers.hpp"
#include "http/resources/views.hpp"
#include "usecases/coordination/letters.hpp"

namespace http {
namespace {

using usecases::DocumentFormat;

Response letter(const Call& call, DocumentFormat format) {
  usecases::LetterRequest request{call.param("report"), call.param("agency"), format, call.query("language"),
                                  call.request.header("Accept-Language")};
  const auto got = usecases::get_letter(call.service, call.actor(), request);
  Response response = cached_response(call, got.file, got.media_type);
  response.set_header("Content-Language", got.language);
  response.set_header("Vary", "Accept-Language, Authorization");
  if (format != DocumentFormat::html) {
    response.set_header("Content-Disposition", "attachment; filename=\"" + got.name + "\"");
  }
  return response;
}

}  // namespace

Response list_reminders(const Call& call, const Read& context) {
  const Paging paging = paging_of(call);
  return page_of(call, paging,
                 usecases::list_reminders(context, call.param("report"), call.query("agency").value_or(""),
                                          paging.position_number(), paging.asked()),
                 reminder_json, [](const domain::Reminder& reminder) { return std::to_string(reminder.event); });
}

Response remind_agency(const Call& call, const Write& context) {
  const auto reminder =
      usecases::remind_agency(context, call.param("report"), call.body.at("agency"), optional_text(call.body, "note"));
  return json_response(reminder_json(reminder), 201);
}

Response get_letter_html(const Call& call) {
  Response response = letter(call, DocumentFormat::html);
  response.set_header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:");
  return response;
}

Response get_letter_docx(const Call& call) { return letter(call, DocumentFormat::docx); }

Response get_letter_pdf(const Call& call) { return letter(call, DocumentFormat::pdf); }

}  // namespace http
