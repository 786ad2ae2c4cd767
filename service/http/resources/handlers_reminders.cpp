#include "http/resources/handlers_coordination.hpp"
#include "http/resources/views.hpp"

namespace http {

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

}  // namespace http
