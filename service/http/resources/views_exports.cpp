#include "http/resources/views.hpp"

namespace http {

Json export_json(const usecases::ExportView& view) {
  const domain::Export& row = view.row;
  Json file;
  if (!row.sha256.empty() && !view.edition) {
    file = {{"name", view.file_name()},
            {"href", "/v1/reports/" + row.report + "/exports/" + std::to_string(row.number) + "/export.zip"},
            {"bytes", row.bytes.value_or(0)},
            {"sha256", row.sha256}};
  }
  const usecases::Part part = usecases::part_named(row.part);
  Json edition;
  if (view.edition) {
    edition = {{"name", view.edition->name}, {"kind", view.edition->kind}, {"edition", or_null(view.edition->number)}};
  }
  return {{"report", row.report},
          {"id", row.number},
          {"state", view.state},
          {"percent", view.percent},
          {"step", view.step},
          {"formats", list_json(row.formats)},
          {"languages", list_json(row.languages)},
          {"select", row.selection},
          {"section", or_null(part.section)},
          {"agency", or_null(part.agency)},
          {"as_of", time_json(row.content_at)},
          {"content_event", row.content_event},
          {"requested_by", author_json({row.user, row.user_name, "", ""})},
          {"requested_at", time_json(row.requested_at)},
          {"finished_at", time_json(row.finished_at)},
          {"expires_at", time_json(view.forget_at)},
          {"failure", or_null(row.failure)},
          {"cancelled_by",
           row.cancelled_by.empty() ? Json() : author_json({row.cancelled_by, row.cancelled_by_name, "", ""})},
          {"edition", edition},
          {"file", file}};
}

}  // namespace http
