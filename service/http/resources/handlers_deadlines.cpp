#include "http/request/etag.hpp"
#include "http/request/idempotency.hpp"
#include "http/resources/handlers.hpp"
#include "http/resources/views.hpp"
#include "usecases/coordination/calendar_file.hpp"

namespace http {
namespace {

usecases::Calendar calendar_of(const Call& call, const Read& context) {
  return usecases::get_calendar(context, call.param("report"),
                                {call.query("kind").value_or(""), call.query("agency").value_or(""),
                                 call.query("from").value_or(""), call.query("until").value_or("")});
}

}  // namespace

Response get_calendar(const Call& call, const Read& context) {
  Response response = json_response(calendar_json(calendar_of(call, context)));
  apply_etag(call.request, response, make_list_etag(*response.body));
  return response;
}

Response get_calendar_ics(const Call& call, const Read& context) {
  const auto calendar = calendar_of(call, context);
  const std::string language = call.query("language").value_or(calendar.report.row.source_language);
  usecases::require_language(calendar.report, language);
  Response response;
  response.set_body(usecases::calendar_file(calendar, language), "text/calendar; charset=utf-8");
  response.set_header("Content-Language", language);
  response.set_header("Content-Disposition", "attachment; filename=\"" + calendar.report.row.id + ".ics\"");
  apply_etag(call.request, response, make_list_etag(*response.body));
  return response;
}

Response list_extensions(const Call& call, const Read& context) {
  const Paging paging = paging_of(call);
  const domain::ExtensionFilter filter{call.query("state").value_or(""), call.query("agency").value_or(""),
                                       call.query("section").value_or("")};
  return page_of(
      call, paging,
      usecases::list_extensions(context, call.param("report"), filter, paging.position_number(), paging.asked()),
      extension_json, [](const usecases::ExtensionView& view) { return std::to_string(view.row.number); });
}

Response ask_extension(const Call& call, const Write& context) {
  const usecases::NewExtension wanted{call.body.at("section"), optional_text(call.body, "agency").value_or(""),
                                      call.body.at("until"), call.body.at("reason")};
  const auto view = usecases::ask_extension(context, call.param("report"), wanted);
  return created_thing(call, extension_json(view), view.row.version(),
                       call.request.path + "/" + std::to_string(view.row.number));
}

Response get_extension(const Call& call, const Read& context) {
  const auto view = usecases::get_extension(context, call.param("report"), call.number_param("extension"));
  return thing(call, extension_json(view), view.row.version());
}

Response decide_extension(const Call& call, const Write& context) {
  const usecases::ExtensionDecision decision{call.body.at("state") == "granted", optional_text(call.body, "until"),
                                             optional_text(call.body, "reason")};
  const auto view = usecases::decide_extension(context, call.param("report"), call.number_param("extension"), decision,
                                               call.expected());
  return thing(call, extension_json(view), view.row.version());
}

Response withdraw_extension(const Call& call, const Write& context) {
  const auto view = usecases::withdraw_extension(context, call.param("report"), call.number_param("extension"));
  return thing(call, extension_json(view), view.row.version());
}

}  // namespace http
