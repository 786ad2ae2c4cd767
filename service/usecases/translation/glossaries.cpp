#include "usecases/translation/glossaries.hpp"

#include <algorithm>
#include <utility>

#include "documents/translation/glossary_check.hpp"
#include "domain/basis/error.hpp"
#include "store/database/hash.hpp"
#include "store/log/events.hpp"
#include "store/report/glossaries.hpp"
#include "usecases/frame/faults.hpp"
#include "usecases/frame/glossary_json.hpp"
#include "usecases/frame/names.hpp"

namespace usecases {
namespace {

using domain::Fault;
using domain::say;

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
  throw_invalid(pointer, Fault::does_not_exist,
                say("Neither the report nor its format is written in '{0}'.", language));
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
  auto faults = documents::glossary_faults(entries, "/entries");
  if (faults.empty()) return entries;
  throw domain::Error(domain::ErrorCode::invalid, "invalid_glossary",
                      say("The glossary has faults: {0}", faults.front().message))
      .with(std::move(faults));
}

// A glossary without faults, as it is stored.
struct CheckedGlossary {
  domain::Glossary entries;
  std::string json;
  std::string sha256;
};

struct SentGlossary {
  domain::Glossary entries;
  OpenReport report;
};

CheckedGlossary check(const SentGlossary& sent) {
  CheckedGlossary result{checked(sent.entries, sent.report), "", ""};
  result.json = glossary_json(result.entries).dump();
  result.sha256 = store::sha256_hex(result.json);
  return result;
}

// A save that may be carried out.
struct Prepared {
  domain::Author by;
  OpenReport report;
  std::optional<domain::GlossaryVersion> present;
  std::shared_ptr<const CheckedGlossary> checked;
};

// What is refused depends on the languages of the report.
Prepared prepare(const Read& context, const std::string& report_id, const domain::Glossary& entries,
                 const Expected& expected) {
  const auto by = context.actor.as(&require_role(context.actor, {domain::Role::coordinator}));
  Prepared save{by, open_report(context, report_id), store::find_glossary(context.tx, report_id), nullptr};
  require_version(expected, save.present ? save.present->version : 0);
  std::string name = "glossary";
  for (const auto& language : save.report.row.languages) name += " " + language;
  save.checked = context.groundwork.get<CheckedGlossary>(
      context.tx, name,
      [&] {
        return SentGlossary{entries, save.report};
      },
      check);
  return save;
}

bool is_unchanged(const Prepared& save) {
  if (save.present) return save.present->sha256 == save.checked->sha256;
  return save.report.format->glossary == save.checked->entries;
}

GlossaryView view_of(const Prepared& save) {
  if (!save.present) return {save.report.row.id, 0, save.checked->entries, {}, 0};
  return {save.report.row.id, save.present->version, save.checked->entries, save.present->by, save.present->saved_at};
}

}  // namespace

GlossaryView get_glossary(const Read& context, const std::string& report) {
  return view_of(context, open_report(context, report));
}

void check_glossary(const Read& context, const std::string& report, const domain::Glossary& entries,
                    const Expected& expected) {
  prepare(context, report, entries, expected);
}

GlossaryView save_glossary(const Write& context, const std::string& report, const domain::Glossary& entries,
                           const Expected& expected) {
  Prepared save = prepare(context.as_read(), report, entries, expected);
  if (is_unchanged(save)) return view_of(save);
  domain::GlossaryVersion glossary;
  glossary.report = report;
  glossary.version = save.present ? save.present->version + 1 : 1;
  glossary.entries = save.checked->json;
  glossary.sha256 = save.checked->sha256;
  glossary.event =
      store::append_event(context.tx, "glossary.saved", {report, ""}, save.by,
                          {{"version", glossary.version}, {"entries", entries.size()}, {"sha256", glossary.sha256}});
  store::insert_glossary(context.tx, glossary);
  save.present = store::find_glossary(context.tx, report);
  return view_of(save);
}

}  // namespace usecases
