#include "usecases/glossaries.hpp"

#include <algorithm>
#include <utility>

#include "domain/error.hpp"
#include "render/glossary_check.hpp"
#include "store/events.hpp"
#include "store/glossaries.hpp"
#include "store/hash.hpp"
#include "usecases/faults.hpp"
#include "usecases/glossary_json.hpp"
#include "usecases/names.hpp"

namespace usecases {
namespace {

GlossaryView view_of(const Read& context, const OpenReport& report) {
  const auto saved = store::find_glossary(context.tx, report.row.id);
  if (!saved) return {report.row.id, 0, report.format->glossary, {}, 0};
  return {report.row.id, saved->version, glossary_from(nlohmann::json::parse(saved->entries)), saved->by,
          saved->saved_at};
}

void clean_name(std::string& name, const std::string& pointer, Faults& faults) {
  faults.gather([&] { name = check_name(name, pointer); });
}

void clean_names(std::vector<std::string>& names, const std::string& pointer, Faults& faults) {
  for (std::size_t i = 0; i < names.size(); ++i) clean_name(names[i], pointer + "/" + std::to_string(i), faults);
}

void require_known(const OpenReport& report, const std::string& language, const std::string& pointer) {
  const auto& offered = report.format->languages;
  if (report.has_language(language) || std::ranges::find(offered, language) != offered.end()) return;
  throw_invalid(pointer, "Neither the report nor its format is written in '" + language + "'.");
}

void clean(domain::GlossaryEntry& entry, const OpenReport& report, const std::string& pointer, Faults& faults) {
  for (auto& [language, forms] : entry.terms) {
    std::string place = pointer;
    place.append("/terms/").append(language);
    faults.gather([&, &known = language] { require_known(report, known, place); });
    if (!forms.preferred.empty()) clean_name(forms.preferred, place + "/preferred", faults);
    clean_names(forms.also, place + "/also", faults);
    clean_names(forms.forbidden, place + "/forbidden", faults);
  }
  if (!entry.note.empty()) faults.gather([&] { entry.note = check_remark(entry.note, pointer + "/note"); });
}

domain::Glossary checked(domain::Glossary entries, const OpenReport& report) {
  Faults wrong;
  for (std::size_t i = 0; i < entries.size(); ++i) clean(entries[i], report, "/entries/" + std::to_string(i), wrong);
  wrong.refuse();
  auto faults = render::glossary_faults(entries, "/entries");
  if (faults.empty()) return entries;
  throw domain::Error(domain::ErrorCode::invalid, "invalid_glossary",
                      "The glossary has faults: " + faults.front().message)
      .with(std::move(faults));
}

}  // namespace

GlossaryView get_glossary(const Read& context, const std::string& report) {
  return view_of(context, open_report(context, report));
}

GlossaryView save_glossary(const Write& context, const std::string& report_id, const domain::Glossary& entries,
                           const Expected& expected) {
  const auto author = context.actor.as(&require_role(context.actor, {domain::Role::coordinator}));
  const OpenReport report = open_report(context.as_read(), report_id);
  auto present = view_of(context.as_read(), report);
  require_version(expected, present.version);
  store::GlossaryVersion glossary;
  glossary.report = report_id;
  glossary.version = present.version + 1;
  glossary.entries = glossary_json(checked(entries, report)).dump();
  glossary.sha256 = store::sha256_hex(glossary.entries);
  if (glossary.entries == glossary_json(present.entries).dump()) return present;
  glossary.event =
      store::append_event(context.tx, "glossary.saved", {report_id, ""}, author,
                          {{"version", glossary.version}, {"entries", entries.size()}, {"sha256", glossary.sha256}});
  store::insert_glossary(context.tx, glossary);
  return view_of(context.as_read(), report);
}

}  // namespace usecases
