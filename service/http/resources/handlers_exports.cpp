#include <chrono>

#include "domain/basis/message.hpp"
#include "http/request/idempotency.hpp"
#include "http/resources/export_answer.hpp"
#include "http/resources/handlers.hpp"
#include "http/resources/views.hpp"
#include "usecases/exports/exports.hpp"

namespace http {
namespace {

using domain::Fault;
using domain::say;

constexpr const char* kAskAgainAfter = "1";  // seconds

usecases::NewExport new_export_of(const Call& call) {
  usecases::NewExport wanted;
  wanted.formats = call.body.at("formats").get<std::vector<std::string>>();
  wanted.languages = optional_list(call.body, "languages").value_or(std::vector<std::string>());
  wanted.select =
      optional_text(call.body, "select") == "approved" ? usecases::Select::approved : usecases::Select::latest;
  if (const auto time = optional_text(call.body, "as_of")) {
    wanted.as_of = domain::parse_time(*time);
    if (!wanted.as_of)
      usecases::throw_invalid("/as_of", Fault::wrong_form,
                              say("'{0}' is not a time such as 2026-05-05T09:00:00Z.", *time));
  }
  wanted.part = usecases::part_of(optional_text(call.body, "section").value_or(""),
                                  optional_text(call.body, "agency").value_or(""), "/agency");
  return wanted;
}

Response export_response(const usecases::ExportView& view, int status = 200) {
  Response response = json_response(export_json(view), status);
  if (!view.row.finished_at) response.set_header("Retry-After", kAskAgainAfter);
  return response;
}

}  // namespace

Response export_accepted(const usecases::ExportView& view) {
  Response response = export_response(view, 202);
  response.set_header("Location", "/v1/reports/" + view.row.report + "/exports/" + std::to_string(view.row.number));
  return response;
}

Response create_export(const Call& call) {
  usecases::Groundwork none;
  Response response = write_once(call, none, [&](const Write& context) {
    return export_accepted(usecases::create_export(context, call.param("report"), new_export_of(call)));
  });
  call.service.export_board().announce();
  return response;
}

Response list_exports(const Call& call, const Read& context) {
  const Paging paging = paging_of(call);
  return page_of(call, paging,
                 usecases::list_exports(context, call.param("report"), paging.position_number(), paging.asked()),
                 export_json, [](const usecases::ExportView& view) { return std::to_string(view.row.number); });
}

Response get_export(const Call& call) {
  const std::int64_t number = call.number_param("export");
  const std::chrono::seconds wait(call.query_number("wait", 0));
  auto& board = call.service.export_board();
  const auto mark = board.mark(number);
  const auto view = call.service.read(
      call.actor(), [&](const Read& context) { return usecases::get_export(context, call.param("report"), number); });
  if (view.row.finished_at || wait.count() == 0 || call.request.waited.count() > 0) return export_response(view);
  return wait_until(call, wait, [&board, number, mark] { return board.mark(number) != mark; });
}

Response cancel_export(const Call& call) {
  const std::int64_t number = call.number_param("export");
  usecases::Groundwork none;
  Response response = write_once(call, none, [&](const Write& context) {
    return export_response(usecases::cancel_export(context, call.param("report"), number));
  });
  call.service.export_board().cancel(number);
  return response;
}

Response get_export_file(const Call& call, const Read& context) {
  auto file = usecases::get_export_file(context, call.param("report"), call.number_param("export"));
  Response response;
  response.set_body(std::move(file.bytes), "application/zip");
  response.set_header("Content-Disposition", "attachment; filename=\"" + file.name + "\"");
  return response;
}

}  // namespace http
