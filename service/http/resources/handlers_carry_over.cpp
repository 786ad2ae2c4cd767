#include "http/request/idempotency.hpp"
#include "http/resources/handlers.hpp"
#include "http/resources/views.hpp"

namespace http {

Response prefill_report(const Call& call) {
  usecases::Prefill wanted;
  wanted.report = call.param("report");
  wanted.from = call.body.at("from");
  wanted.sections = optional_list(call.body, "sections");
  wanted.languages = optional_list(call.body, "languages").value_or(std::vector<std::string>{});
  wanted.promises = optional_bool(call.body, "promises").value_or(!wanted.sections);
  usecases::Groundwork groundwork;
  const auto checked = call.service.read(call.actor(), groundwork,
                                         [&](const Read& context) { return usecases::check_prefill(context, wanted); });
  const bool dry_run = call.query_flag("dry_run");
  return write_once(call, groundwork, [&](const Write& context) {
    return json_response(prefill_json(wanted, dry_run, dry_run ? checked : usecases::prefill_report(context, wanted)));
  });
}

Response list_promises(const Call& call, const Read& context) {
  const Paging paging = paging_of(call);
  const domain::PromiseFilter filter{call.query("state").value_or(""), call.query("agency").value_or(""),
                                     call.query("section").value_or("")};
  return page_of(
      call, paging,
      usecases::list_promises(context, call.param("report"), filter, paging.position_number(), paging.asked()),
      promise_json, [](const usecases::PromiseView& view) { return std::to_string(view.row.number); });
}

Response add_promise(const Call& call, const Write& context) {
  const auto view =
      usecases::add_promise(context, call.param("report"),
                            {localized_from(call.body.at("text")), optional_text(call.body, "agency").value_or("")});
  return created_thing(call, promise_json(view), view.row.version,
                       call.request.path + "/" + std::to_string(view.row.number));
}

Response get_promise(const Call& call, const Read& context) {
  const auto view = usecases::get_promise(context, call.param("report"), call.number_param("promise"));
  return thing(call, promise_json(view), view.row.version);
}

Response answer_promise(const Call& call, const Write& context) {
  const usecases::PromiseChange change{optional_text(call.body, "state"), nullable_text(call.body, "answered_in"),
                                       nullable_text(call.body, "note"), nullable_text(call.body, "agency")};
  const auto view =
      usecases::answer_promise(context, call.param("report"), call.number_param("promise"), change, call.expected());
  return thing(call, promise_json(view), view.row.version);
}

}  // namespace http
