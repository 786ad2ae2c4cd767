#include "http/request/etag.hpp"
#include "http/request/idempotency.hpp"
#include "http/resources/handlers_coordination.hpp"
#include "http/resources/plan_bodies.hpp"
#include "http/resources/views.hpp"
#include "usecases/plan/plan_csv.hpp"

namespace http {
namespace {

std::optional<std::optional<domain::StageDay>> stage_day_of(const Body& body) {
  const auto due = body.find("due");
  if (due == body.end()) return std::nullopt;
  if (due->is_null()) return std::optional<domain::StageDay>();
  return domain::StageDay{due->at("stage"), due->at("days")};
}

usecases::TaskListFilter task_filter_of(const Call& call) {
  usecases::TaskListFilter filter;
  filter.rows.state = call.query("state").value_or("");
  filter.rows.agency = call.query("agency").value_or("");
  filter.rows.section = call.query("section").value_or("");
  if (call.query("overdue")) filter.overdue = call.query_flag("overdue");
  return filter;
}

usecases::AssistanceChange assistance_change_of(const Body& body) {
  usecases::AssistanceChange change;
  change.title = optional_text(body, "title");
  change.note = nullable_text(body, "note");
  change.partner = optional_text(body, "partner");
  if (const auto kind = optional_text(body, "kind")) change.kind = domain::parse_assistance_kind(*kind);
  change.needed_by = nullable_text(body, "needed_by");
  change.amount = nullable_text(body, "amount");
  change.currency = nullable_text(body, "currency");
  change.agency = nullable_text(body, "agency");
  if (body.contains("task")) change.task = optional_integer(body, "task");
  if (const auto state = optional_text(body, "state")) change.state = domain::parse_assistance_state(*state);
  change.answer = nullable_text(body, "answer");
  change.outcome = nullable_text(body, "outcome");
  return change;
}

domain::AssistanceFilter assistance_filter_of(const Call& call) {
  domain::AssistanceFilter filter;
  filter.state = call.query("state").value_or("");
  filter.agency = call.query("agency").value_or("");
  filter.kind = call.query("kind").value_or("");
  return filter;
}

Response plan_sheet(const Call& call, const std::string& name, std::string csv) {
  Response response;
  response.set_body(std::move(csv), "text/csv; charset=utf-8");
  response.set_header("Content-Disposition", "attachment; filename=\"" + call.param("report") + "." + name + ".csv\"");
  response.set_header("Vary", "Accept-Language");
  apply_etag(call.request, response, make_list_etag(*response.body));
  return response;
}

bool is_marked(const Call& call) { return call.query("bom") != "false"; }

}  // namespace

usecases::TaskChange task_change_of(const Body& body) {
  usecases::TaskChange change;
  change.title = optional_text(body, "title");
  change.note = nullable_text(body, "note");
  change.agency = nullable_text(body, "agency");
  change.role = nullable_text(body, "role");
  change.due_on = nullable_text(body, "due_on");
  change.due = stage_day_of(body);
  if (const auto state = optional_text(body, "state")) change.state = domain::parse_task_state(*state);
  change.reason = nullable_text(body, "reason");
  change.section = nullable_text(body, "section");
  change.stage = nullable_text(body, "stage");
  if (body.contains("depends_on")) change.depends_on = body.at("depends_on").get<std::vector<std::int64_t>>();
  return change;
}

Response list_tasks(const Call& call, const Read& context) {
  const Paging paging = paging_of(call);
  return page_of(call, paging,
                 usecases::list_tasks(context, call.param("report"), task_filter_of(call), paging.position_number(),
                                      paging.asked()),
                 task_json, [](const usecases::TaskView& view) { return std::to_string(view.row.number); });
}

Response add_task(const Call& call, const Write& context) {
  const auto view = usecases::add_task(context, call.param("report"), task_change_of(call.body));
  return created_thing(call, task_json(view), view.row.version,
                       call.request.path + "/" + std::to_string(view.row.number));
}

Response get_task(const Call& call, const Read& context) {
  const auto view = usecases::get_task(context, call.param("report"), call.number_param("task"));
  return thing(call, task_json(view), view.row.version);
}

Response update_task(const Call& call, const Write& context) {
  const auto view = usecases::update_task(context, call.param("report"), call.number_param("task"),
                                          task_change_of(call.body), call.expected());
  return thing(call, task_json(view), view.row.version);
}

Response get_tasks_csv(const Call& call, const Read& context) {
  const auto tasks = usecases::list_tasks(context, call.param("report"), task_filter_of(call), 0, domain::kMostTasks);
  return plan_sheet(call, "tasks", usecases::tasks_csv(tasks, is_marked(call), Speech(call.request).language()));
}

Response list_assistance(const Call& call, const Read& context) {
  const Paging paging = paging_of(call);
  return page_of(call, paging,
                 usecases::list_assistance(context, call.param("report"), assistance_filter_of(call),
                                           paging.position_number(), paging.asked()),
                 assistance_json, [](const usecases::AssistanceView& view) { return std::to_string(view.row.number); });
}

Response add_assistance(const Call& call, const Write& context) {
  const auto view = usecases::add_assistance(context, call.param("report"), assistance_change_of(call.body));
  return created_thing(call, assistance_json(view), view.row.version,
                       call.request.path + "/" + std::to_string(view.row.number));
}

Response get_assistance(const Call& call, const Read& context) {
  const auto view = usecases::get_assistance(context, call.param("report"), call.number_param("request"));
  return thing(call, assistance_json(view), view.row.version);
}

Response update_assistance(const Call& call, const Write& context) {
  const auto view = usecases::update_assistance(context, call.param("report"), call.number_param("request"),
                                                assistance_change_of(call.body), call.expected());
  return thing(call, assistance_json(view), view.row.version);
}

Response get_assistance_csv(const Call& call, const Read& context) {
  const auto requests =
      usecases::list_assistance(context, call.param("report"), assistance_filter_of(call), 0, domain::kMostAssistance);
  return plan_sheet(call, "assistance",
                    usecases::assistance_csv(requests, is_marked(call), Speech(call.request).language()));
}

}  // namespace http
