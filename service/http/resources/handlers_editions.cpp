#include "http/request/etag.hpp"
#include "http/request/idempotency.hpp"
#include "http/resources/export_answer.hpp"
#include "http/resources/handlers.hpp"
#include "http/resources/views.hpp"
#include "usecases/editions/editions.hpp"
#include "usecases/exports/edition_jobs.hpp"

namespace http {
namespace {

usecases::NewEdition new_edition_of(const Call& call) {
  usecases::NewEdition wanted;
  wanted.name = call.body.at("name");
  wanted.final_edition = call.body.at("kind") == "final";
  if (call.body.contains("languages")) wanted.languages = call.body.at("languages");
  if (call.body.contains("select")) {
    wanted.select = call.body.at("select") == "approved" ? usecases::Select::approved : usecases::Select::latest;
  }
  wanted.override_reason = optional_text(call.body, "override_reason");
  wanted.annexes = optional_list(call.body, "annexes");
  wanted.leave_out = optional_list(call.body, "leave_out").value_or(wanted.leave_out);
  wanted.missing_text = optional_localized(call.body, "missing_text");
  return wanted;
}

Response file_response(const Call& call, const Read& context, const std::string& folder) {
  const std::string& name = call.param(folder.empty() ? "file" : "name");
  auto file = usecases::get_edition_file(context, call.param("report"), call.number_param("edition"), folder + name);
  Response response;
  response.set_body(std::move(file.bytes), file.media_type);
  response.set_header("Content-Disposition", "attachment; filename=\"" + file.name + "\"");
  response.set_header("Cache-Control", "private, max-age=31536000, immutable");
  apply_etag(call.request, response, "\"" + file.sha256 + "\"");
  return response;
}

}  // namespace

// The status of a large report takes its time: what is asked for is judged before the transaction.
Response create_edition(const Call& call) {
  const auto wanted = new_edition_of(call);
  const auto job = call.service.read(call.actor(), [&](const Read& context) {
    return usecases::judge_edition(context, call.param("report"), wanted);
  });
  usecases::Groundwork none;
  Response response = write_once(
      call, none, [&](const Write& context) { return export_accepted(usecases::order_edition(context, job)); });
  call.service.export_board().announce();
  return response;
}

Response list_editions(const Call& call, const Read& context) {
  const Paging paging = paging_of(call);
  return page_of(call, paging,
                 usecases::list_editions(context, call.param("report"), paging.position_number(), paging.asked()),
                 edition_json, [](const domain::Edition& edition) { return std::to_string(edition.number); });
}

Response get_edition(const Call& call, const Read& context) {
  return json_response(
      edition_json(usecases::get_edition(context, call.param("report"), call.number_param("edition"))));
}

Response get_edition_file(const Call& call, const Read& context) { return file_response(call, context, ""); }

// By itself an SVG is a document, in which nothing may run or load anything.
Response get_edition_picture(const Call& call, const Read& context) {
  Response response = file_response(call, context, "pictures/");
  response.set_header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  return response;
}

Response withdraw_edition(const Call& call, const Write& context) {
  return json_response(edition_json(
      usecases::withdraw_edition(context, call.param("report"), call.number_param("edition"), call.body.at("reason"))));
}

}  // namespace http
