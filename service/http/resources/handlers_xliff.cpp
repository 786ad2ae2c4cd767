#include <algorithm>

#include "http/request/etag.hpp"
#include "http/request/idempotency.hpp"
#include "http/resources/handlers.hpp"
#include "http/resources/views.hpp"
#include "usecases/translation/xliff_export.hpp"
#include "usecases/translation/xliff_import.hpp"

namespace http {
namespace {

// "a,b" -> {"a", "b"}; the contract has checked what stands between the commas.
std::vector<std::string> list_of(const std::optional<std::string>& text) {
  std::vector<std::string> list;
  for (std::size_t begin = 0; text && begin <= text->size();) {
    const auto end = std::min(text->find(',', begin), text->size());
    list.push_back(text->substr(begin, end - begin));
    begin = end + 1;
  }
  return list;
}

}  // namespace

Response export_translations(const Call& call, const Read& context) {
  auto file = usecases::export_translations(
      context, call.param("report"),
      {call.query("language").value_or(""), list_of(call.query("sections")), list_of(call.query("state"))});
  Response response;
  response.set_body(std::move(file.bytes), "application/xliff+xml");
  response.set_header("Content-Disposition", "attachment; filename=\"" + file.name + "\"");
  apply_etag(call.request, response, "\"" + file.tag + "\"");
  return response;
}

// Reading a file and putting it into the shape of the source texts takes its time: only saving is done in a
// transaction that writes.
Response import_translations(const Call& call) {
  const bool dry_run = call.query_flag("dry_run");
  const auto read = usecases::read_import(call.service, call.actor(), call.param("report"), call.request.body);
  usecases::Groundwork groundwork;
  const auto checked = call.service.read(call.actor(), groundwork,
                                         [&](const Read& context) { return usecases::check_import(context, read); });
  if (dry_run) return json_response(import_report_json(checked, Speech(call.request)));
  return write_once(call, groundwork, [&](const Write& context) {
    return json_response(import_report_json(usecases::save_import(context, read), Speech(call.request)));
  });
}

}  // namespace http
