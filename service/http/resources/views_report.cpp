#include "http/resources/views.hpp"
#include "usecases/frame/glossary_json.hpp"

namespace http {
namespace {

Json node_json(const domain::OutlineNode& node) {
  return {{"key", node.key},
          {"parent", or_null(node.parent)},
          {"depth", node.depth},
          {"kind", node.kind == domain::NodeKind::group ? "group" : "text"},
          {"title", localized_json(node.title)},
          {"unconfirmed", list_json(node.unconfirmed)},
          {"guidance", localized_json(node.guidance)},
          {"limit", limit_json(node.limit)},
          {"counted", node.counted},
          {"required", node.required},
          {"annex", node.annex},
          {"promises", node.promises},
          {"due_days", node.due ? Json(node.due->days) : Json()},
          {"suggested_lead", or_null(node.suggested_lead)},
          {"tags", list_json(node.tags)}};
}

Json code_list_json(const domain::CodeList& list) {
  Json items = Json::array();
  for (const auto& item : list.items) {
    items.push_back({{"key", item.key},
                     {"title", localized_json(item.title)},
                     {"unconfirmed", list_json(item.unconfirmed)},
                     {"guidance", localized_json(item.guidance)},
                     {"source", or_null(item.source)}});
  }
  return {{"key", list.key}, {"title", localized_json(list.title)}, {"items", items}};
}

template <class Items, class Function>
Json each(const Items& items, Function function) {
  Json list = Json::array();
  for (const auto& item : items) list.push_back(function(item));
  return list;
}

Json review_json(const domain::Format& format) {
  return {{"submit_title", localized_json(format.submit_title)},
          {"steps", each(format.review_steps, [](const domain::ReviewStep& step) {
             return Json{{"key", step.key}, {"role", step.role}, {"title", localized_json(step.title)}};
           })}};
}

Json gate_json(const domain::Gate& gate) {
  Json codes = Json::object();
  for (const auto& [code, level] : gate.codes) codes[code] = domain::to_string(level);
  return {{"stops_at", gate.stops_at ? Json(domain::to_string(*gate.stops_at)) : Json()}, {"codes", codes}};
}

Json gates_json(const domain::Gates& gates) {
  const auto by_key = [](const std::map<std::string, domain::Gate>& of) {
    Json json = Json::object();
    for (const auto& [key, gate] : of) json[key] = gate_json(gate);
    return json;
  };
  return {{"submit", gate_json(gates.submit)},
          {"steps", by_key(gates.steps)},
          {"stages", by_key(gates.stages)},
          {"final", gate_json(gates.final_edition)}};
}

Json reminders_json(const domain::ReminderRhythm& rhythm) {
  return {{"before", rhythm.before}, {"on_the_day", rhythm.on_the_day}, {"after", rhythm.after}};
}

Json emblem_json(const std::string& report, const domain::Emblem& emblem) {
  return {{"href", "/v1/reports/" + report + "/emblem"},
          {"version", emblem.version},
          {"media_type", emblem.media_type},
          {"bytes", emblem.bytes},
          {"sha256", emblem.sha256},
          {"width", emblem.width},
          {"height", emblem.height}};
}

Json imprint_json(const std::string& report, const domain::Imprint& imprint) {
  return {{"subtitle", localized_json(imprint.subtitle)},
          {"publisher", localized_json(imprint.publisher)},
          {"place", localized_json(imprint.place)},
          {"issued_on", or_null(imprint.issued_on)},
          {"document_number", or_null(imprint.document_number)},
          {"isbn", or_null(imprint.isbn)},
          {"disclaimer", localized_json(imprint.disclaimer)},
          {"contact", localized_json(imprint.contact)},
          {"emblem", imprint.emblem ? emblem_json(report, *imprint.emblem) : Json()}};
}

}  // namespace

Json limit_json(const domain::WordLimit& limit) {
  return {{"words", limit.words == 0 ? Json() : Json(limit.words)},
          {"warn_percent", limit.warn_percent},
          {"block", limit.block}};
}

Json stored_format_json(const usecases::StoredFormat& format, const Speech& speech) {
  return {{"id", format.version.id},
          {"version", format.version.version == 0 ? Json() : Json(format.version.version)},
          {"sha256", format.version.sha256},
          {"sections", format.sections},
          {"warnings", each(format.warnings, [&](const domain::Finding& finding) {
             return Json{{"place", finding.pointer}, {"message", speech(finding.message)}};
           })}};
}

std::vector<Json> format_items_json(const std::vector<domain::FormatVersion>& formats) {
  std::vector<Json> items;
  for (const auto& format : formats) {  // by id, then version
    if (items.empty() || items.back()["id"] != format.id) {
      items.push_back({{"id", format.id}, {"title", Json::object()}, {"latest", 0}, {"versions", Json::array()}});
    }
    Json& item = items.back();
    item["title"] = localized_json(format.title);
    item["latest"] = format.version;
    item["versions"].push_back(
        {{"version", format.version}, {"stored_at", time_json(format.stored_at)}, {"sha256", format.sha256}});
  }
  return items;
}

Json format_json(const usecases::FormatView& view) {
  const domain::Format& format = *view.format;
  return {{"id", format.key},
          {"version", view.version.version},
          {"stored_at", time_json(view.version.stored_at)},
          {"sha256", view.version.sha256},
          {"title", localized_json(format.title)},
          {"description", localized_json(format.description)},
          {"source", or_null(format.source)},
          {"languages", list_json(format.languages)},
          {"limit", limit_json(format.limit)},
          {"four_eyes", format.four_eyes == domain::FourEyes::required ? "required" : "recorded"},
          {"minor_edits", format.minor_edits},
          {"review", review_json(format)},
          {"signatures", each(format.signatures, localized_json)},
          {"layout",
           {{"chapters_on_new_page", format.layout.chapters_on_new_page}, {"justified", format.layout.justified}}},
          {"gates", gates_json(format.gates)},
          {"reminders", reminders_json(format.reminders)},
          {"stages", each(format.stages,
                          [](const domain::Stage& stage) {
                            return Json{{"key", stage.key},
                                        {"title", localized_json(stage.title)},
                                        {"start_days", stage.start.days},
                                        {"end_days", stage.end.days}};
                          })},
          {"code_lists", each(format.code_lists, code_list_json)},
          {"outline", each(format.outline, node_json)},
          {"glossary", usecases::glossary_json(format.glossary)}};
}

Json report_json(const usecases::ReportView& view) {
  const domain::Report& row = view.report.row;
  return {{"id", row.id},
          {"format", {{"id", row.format}, {"version", row.format_version}}},
          {"country", row.country},
          {"title", localized_json(row.title)},
          {"forum_date", row.forum_date},
          {"languages", list_json(row.languages)},
          {"source_language", row.source_language},
          {"visibility", row.visibility},
          {"time_zone", row.time_zone},
          {"imprint", imprint_json(row.id, row.imprint)},
          {"stages", each(view.stages,
                          [](const usecases::StageView& stage) {
                            return Json{{"key", stage.stage->key},
                                        {"title", localized_json(stage.stage->title)},
                                        {"starts_on", stage.starts_on},
                                        {"ends_on", stage.ends_on}};
                          })},
          {"sequence", view.sequence},
          {"created_at", time_json(row.created_at)},
          {"updated_at", time_json(row.updated_at)},
          {"version", row.version}};
}

Json saved_emblem_json(const std::string& report, const usecases::SavedEmblem& saved) {
  Json json = emblem_json(report, saved.emblem);
  json["changes"] = list_json(saved.changes);
  json["unchanged"] = saved.unchanged;
  return json;
}

}  // namespace http
