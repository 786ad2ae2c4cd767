#include "http/request/idempotency.hpp"
#include "http/resources/handlers.hpp"
#include "http/resources/views.hpp"

namespace http {

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
