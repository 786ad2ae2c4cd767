#include "usecases/translation/xliff_import.hpp"

#include <algorithm>
#include <cctype>
#include <set>

#include "documents/text/excerpt.hpp"
#include "domain/basis/error.hpp"
#include "usecases/translation/xliff_export.hpp"

namespace usecases {
namespace {

using documents::excerpt;
using domain::ErrorCode;
using domain::say;

[[noreturn]] void refuse_file(const domain::Message& message) {
  throw domain::Error(ErrorCode::invalid, "invalid_xliff", message);
}

std::string lower(std::string tag) {
  std::ranges::transform(tag, tag.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return tag;
}

std::string primary(const std::string& tag) { return lower(tag.substr(0, tag.find_first_of("-_"))); }

// Tools write "ru-RU" or "RU" where the report says "ru". Nothing: none of the report's languages, or it may be
// several.
std::optional<std::string> language_named(const OpenReport& report, const std::string& tag) {
  std::vector<std::string> alike;
  for (const auto& language : report.row.languages) {
    if (lower(language) == lower(tag)) return language;
    if (primary(language) == primary(tag)) alike.push_back(language);
  }
  return alike.size() == 1 ? std::optional(alike.front()) : std::nullopt;
}

std::string target_language(const OpenReport& report, const documents::XliffContent& content) {
  const std::string& source = report.row.source_language;
  if (language_named(report, content.source_language) != source) {
    refuse_file(say("The file translates from '{0}'; this report is written in '{1}'.",
                    excerpt(content.source_language), source));
  }
  auto language = language_named(report, content.target_language);
  if (!language || language == source) {
    refuse_file(say("The file translates into '{0}', and this report is not translated into that language.",
                    excerpt(content.target_language)));
  }
  return *language;
}

void check_parts(const OpenReport& report, const documents::XliffContent& content) {
  std::set<std::string> sections;
  for (const auto& file : content.files) {
    const auto id = XliffFileId::parse(file.id);
    if (!id) continue;
    if (!file.original.empty() && file.original != report.row.id + "/" + id->section) {
      refuse_file(say("Part '{0}' of the file belongs to '{1}', not to the report '{2}'.", file.id,
                      excerpt(file.original, 200), report.row.id));
    }
    if (!sections.insert(id->section).second) {
      refuse_file(say("The file has two parts for the section '{0}'. Leave one of them in it.", id->section));
    }
  }
}

std::optional<domain::Revision> newest_of(const Read& context, const SaveText& save) {
  return store::find_revision(context.tx, save.key.report, save.key.section, save.key.language, 0);
}

domain::Message conflict_message(const std::optional<domain::Revision>& newest) {
  if (!newest) return say("The translation that this file was made from does not exist.");
  return say(
      "Revision {0} of this translation was saved by {1} at {2}, after the file was given out. Fetch the file again "
      "and put your changes into it, or save the text of this section by itself. Nothing was saved.",
      newest->revision, newest->author.known_as(), domain::format_time(newest->saved_at));
}

void set_refused(const Read& context, const SaveText& save, const domain::Error& error, ImportedSection& result) {
  result.message = error.message();
  result.diff.clear();
  switch (error.code()) {
    case ErrorCode::stale:
      result.result = "conflict";
      result.message = conflict_message(newest_of(context, save));
      return;
    case ErrorCode::invalid:
      result.result = "invalid";
      return;
    case ErrorCode::conflict:
    case ErrorCode::forbidden:
      result.result = "refused";
      return;
    default:
      throw;  // the one that is being handled: it concerns them all
  }
}

// The file was read a while ago.
bool may_still_read(const Read& context, const std::string& report_id, const std::string& section) {
  const auto row = store::find_section(context.tx, report_id, section);
  if (!row) return true;  // nothing of any text was told
  const OpenReport report = open_report(context, report_id);
  return domain::may_read_text(context.actor, report.assignment(*row), report.row.shared());
}

void withhold(ImportedSection& result) {
  result.source_change.reset();
  result.diff.clear();
  result.units.clear();
}

template <class Act>
ImportReport act_on_all(const Read& context, const ReadImport& file, bool dry_run, Act act) {
  ImportReport report{file.report, file.language, dry_run, {}};
  for (const auto& [taken, wanted] : file.sections) {
    ImportedSection& result = report.sections.emplace_back(taken);
    if (!may_still_read(context, file.report, result.section)) withhold(result);
    if (!wanted) continue;
    SaveText save = *wanted;
    const auto newest = newest_of(context, save);
    const bool sent_before =
        newest && newest->sha256 == save.text.sha256 && newest->source_revision == save.source_revision;
    if (sent_before) save.expected = Expected::version(newest->revision);
    try {
      SavedText saved = act(save);
      result.revision = saved.text.revision.revision;
      result.terms = std::move(saved.terms);
      if (!saved.unchanged) continue;
      result.result = "unchanged";
      result.diff.clear();
    } catch (const domain::Error& error) {  // of the checks, which come before anything is written
      set_refused(context, save, error, result);
    }
  }
  return report;
}

}  // namespace

ReadImport read_import(Service& service, const domain::Actor& actor, const std::string& report_id,
                       const std::string& xliff) {
  service.read(actor, [&](const Read& context) { return open_report(context, report_id).row.id; });
  const auto content = documents::read_xliff(xliff);
  return service.read(actor, [&](const Read& context) {
    const OpenReport report = open_report(context, report_id);
    ReadImport file{report_id, target_language(report, content), {}};
    check_parts(report, content);
    for (const auto& part : content.files) {
      file.sections.push_back(take_section(context, report, file.language, part));
    }
    return file;
  });
}

ImportReport check_import(const Read& context, const ReadImport& file) {
  return act_on_all(context, file, true, [&](const SaveText& save) { return check_save(context, save); });
}

ImportReport save_import(const Write& context, const ReadImport& file) {
  return act_on_all(context.as_read(), file, false, [&](const SaveText& save) { return save_text(context, save); });
}

}  // namespace usecases
