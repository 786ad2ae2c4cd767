#include "http/request/etag.hpp"
#include "http/request/idempotency.hpp"
#include "http/resources/handlers.hpp"
#include "http/resources/views.hpp"
#include "usecases/forms/forms.hpp"

namespace http {

Response get_form(const Call& call) {
  auto file = usecases::get_form(call.service, call.actor(),
                                 {call.param("report"), call.param("agency"), call.query("language")});
  Response response;
  response.set_body(std::move(file.bytes), "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
  response.set_header("Content-Disposition", "attachment; filename=\"" + file.name + "\"");
  response.set_header("Content-Language", file.language);
  apply_etag(call.request, response, "\"" + file.tag + "\"");
  return response;
}

// Reading and comparing take seconds: only saving is done in a transaction that writes.
Response send_form(const Call& call) {
  const bool dry_run = call.query_flag("dry_run");
  const auto read = usecases::read_form(call.service, call.actor(), call.param("report"), call.request.body);
  usecases::Groundwork groundwork;
  const auto checked = call.service.read(call.actor(), groundwork,
                                         [&](const Read& context) { return usecases::check_form(context, read); });
  if (dry_run) return json_response(form_json(checked, true, Speech(call.request)));
  return write_once(call, groundwork, [&](const Write& context) {
    return json_response(form_json(usecases::save_form(context, read), false, Speech(call.request)));
  });
}

}  // namespace http
