#include "usecases/editions.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "domain/calendar.hpp"
#include "domain/error.hpp"
#include "render/zip_archive.hpp"
#include "store/events.hpp"
#include "store/formats.hpp"
#include "store/hash.hpp"
#include "usecases/edition_manifest.hpp"
#include "usecases/faults.hpp"
#include "usecases/names.hpp"
#include "usecases/report_files.hpp"
#include "usecases/status.hpp"

namespace usecases {
namespace {

using domain::Error;
using domain::ErrorCode;
using Json = nlohmann::ordered_json;

constexpr std::size_t kMostNamed = 5;

std::vector<std::string> languages_of(const OpenReport& report, const NewEdition& wanted) {
  if (wanted.languages.empty()) return report.row.languages;
  Faults faults;
  for (std::size_t i = 0; i < wanted.languages.size(); ++i) {
    const std::string& language = wanted.languages[i];
    if (report.has_language(language)) continue;
    faults.add("/languages/" + std::to_string(i), "The report is not written in '" + language + "'.");
  }
  faults.refuse();
  return wanted.languages;
}

// What keeps a final edition from being frozen: all that is missing in its languages, but for what is only to be
// mended.
std::vector<Missing> blocking(const ReportStatus& status, const std::vector<std::string>& languages) {
  std::vector<Missing> found;
  std::ranges::copy_if(status.missing, std::back_inserter(found), [&](const Missing& missing) {
    const bool elsewhere = !missing.language.empty() && missing.language != status.report.row.source_language &&
                           std::ranges::find(languages, missing.language) == languages.end();
    return missing.blocking && !elsewhere;
  });
  return found;
}

void require_ready(const std::vector<Missing>& missing, const NewEdition& wanted) {
  if (!wanted.final_edition || missing.empty() || wanted.override_reason) return;
  std::string first;
  for (std::size_t i = 0; i < std::min(missing.size(), kMostNamed); ++i) {
    const Missing& one = missing[i];
    first += (first.empty() ? "" : "; ") + (one.section.empty() ? "the report" : one.section) +
             (one.language.empty() ? "" : " (" + one.language + ")") + ": " + one.message;
  }
  throw Error(ErrorCode::conflict, "not_ready",
              "A final edition cannot be frozen yet: " + std::to_string(missing.size()) + " things are missing. " +
                  first + (missing.size() > kMostNamed ? " ..." : "") +
                  " The status lists them all. To freeze it all the same, say why in override_reason.")
      .with({"missing", std::to_string(missing.size()), true});
}

Json missing_json(const std::vector<Missing>& missing) {
  Json list = Json::array();
  for (const auto& one : missing) {
    list.push_back({{"section", one.section.empty() ? Json() : Json(one.section)},
                    {"language", one.language.empty() ? Json() : Json(one.language)},
                    {"promise", one.promise == 0 ? Json() : Json(one.promise)},
                    {"code", one.code}});
  }
  return list;
}

// What is known before the files are made, all from one snapshot.
struct Compiled {
  PreparedEdition prepared;
  Documents documents;
};

Json begin_manifest(const Read& context, const OpenReport& report, const store::Edition& edition,
                    const Documents& documents, const std::vector<Missing>& missing) {
  const auto format = store::find_format(context.tx, report.row.format, report.row.format_version);
  const auto last = store::list_events(context.tx, std::nullopt, edition.content_event - 1, 1);
  return {{"report", report.row.id},
          {"name", edition.name},
          {"kind", edition.kind},
          {"selection", edition.selection},
          {"country", report.row.country},
          {"forum_date", report.row.forum_date},
          {"title", report.row.title},
          {"format", {{"id", report.row.format}, {"version", report.row.format_version}, {"sha256", format->sha256}}},
          {"content_event",
           {{"id", edition.content_event}, {"at", documents.begin()->second.as_of}, {"hash", last.at(0).hash}}},
          {"languages", edition.languages},
          {"override_reason", edition.override_reason ? Json(*edition.override_reason) : Json()},
          {"missing", missing_json(missing)},
          {"sections", manifest_sections(context, report, documents)}};
}

Compiled compile_all(const Read& context, const std::string& report_id, const NewEdition& wanted) {
  const auto by = context.actor.as(&require_role(context.actor, {domain::Role::coordinator}));
  const OpenReport report = open_report(context, report_id);
  Compiled all;
  store::Edition& edition = all.prepared.edition;
  edition.report = report_id;
  edition.kind = wanted.final_edition ? "final" : "draft";
  edition.by = by;
  Faults faults;
  faults.gather([&] { edition.name = check_name(wanted.name, "/name"); });
  faults.gather([&] { edition.languages = languages_of(report, wanted); });
  if (wanted.override_reason) {
    faults.gather([&] { edition.override_reason = check_remark(*wanted.override_reason, "/override_reason"); });
  }
  faults.refuse();
  const auto missing = blocking(get_status(context, report_id, ""), edition.languages);
  require_ready(missing, wanted);
  const Select select = wanted.select.value_or(wanted.final_edition ? Select::approved : Select::latest);
  edition.selection = select == Select::approved ? "approved" : "latest";
  for (const auto& language : edition.languages) {
    auto& document = all.documents[language] = compile(context, {report_id, language, select, std::nullopt});
    document.draft = !wanted.final_edition;
    edition.content_event = document.sequence;
  }
  all.prepared.manifest = begin_manifest(context, report, edition, all.documents, missing);
  return all;
}

void make_files(Service& service, const Compiled& compiled, std::map<std::string, std::string>& files) {
  const auto& edition = compiled.prepared.edition;
  for (const auto& [language, document] : compiled.documents) {
    const std::string name = edition.report + "." + language + ".";
    add_pictures(document, files);
    const std::string content =
        "edition/" + name + edition.kind + "." + edition.selection + "@" + std::to_string(edition.content_event);
    for (const auto format : kFileFormats) {
      files[name + std::string(format)] = make_file(service.converters(), format, content, document);
    }
  }
}

std::map<std::string, std::string> files_of(const Read& context, const store::Edition& edition) {
  std::map<std::string, std::string> files;
  const Json manifest = Json::parse(edition.manifest);
  for (const auto& listed : manifest.at("files")) {
    const std::string name = listed.at("name");
    files[name] = store::find_edition_file(context.tx, edition.report, edition.number, name).value_or("");
  }
  return files;
}

// "pictures/obj-07.map.png" -> "obj-07.map.png"
std::string name_of(const std::string& file) { return file.substr(file.rfind('/') + 1); }

// What is delivered: the files, the manifest, and the checksums of both.
std::map<std::string, std::string> delivery(const Read& context, const store::Edition& edition) {
  auto files = files_of(context, edition);
  files["manifest.json"] = edition.manifest;
  files["SHA256SUMS"] = checksum_lines(files);
  return files;
}

}  // namespace

PreparedEdition prepare_edition(Service& service, const domain::Actor& actor, const std::string& report,
                                const NewEdition& wanted) {
  Compiled compiled = service.read(actor, [&](const Read& context) { return compile_all(context, report, wanted); });
  PreparedEdition prepared = compiled.prepared;
  make_files(service, compiled, prepared.files);
  Json& converters = prepared.manifest["converters"];
  for (const auto& program : service.converters().programs()) converters[program.name] = program.version;
  prepared.manifest["files"] = manifest_files(prepared.files);
  return prepared;
}

store::Edition store_edition(const Write& context, PreparedEdition prepared) {
  require_role(context.actor, {domain::Role::coordinator});  // who began it may have left the post since
  store::Edition& edition = prepared.edition;
  edition.number = store::next_edition_number(context.tx, edition.report);
  edition.frozen_at = context.tx.now;
  prepared.manifest["edition"] = edition.number;
  prepared.manifest["frozen_at"] = domain::format_time(edition.frozen_at);
  prepared.manifest["frozen_by"] = edition.by.user;
  edition.manifest = prepared.manifest.dump(2) + "\n";
  nlohmann::json data{{"number", edition.number},
                      {"name", edition.name},
                      {"kind", edition.kind},
                      {"languages", edition.languages},
                      {"content_event", edition.content_event},
                      {"manifest_sha256", store::sha256_hex(edition.manifest)}};
  if (edition.override_reason) data["override_reason"] = *edition.override_reason;
  edition.event = store::append_event(context.tx, "edition.frozen", {edition.report, ""}, edition.by, data);
  store::insert_edition(context.tx, edition);
  for (const auto& [name, bytes] : prepared.files) store::insert_edition_file(context.tx, edition, name, bytes);
  return get_edition(context.as_read(), edition.report, edition.number);
}

store::Edition get_edition(const Read& context, const std::string& report_id, std::int64_t number) {
  const OpenReport report = open_report(context, report_id);
  require_reader_of_editions(context, report);
  auto edition = store::find_edition(context.tx, report_id, number);
  if (!edition) throw_not_found("edition", std::to_string(number));
  return std::move(*edition);
}

std::vector<store::Edition> list_editions(const Read& context, const std::string& report_id, std::int64_t below,
                                          int limit) {
  const OpenReport report = open_report(context, report_id);
  require_reader_of_editions(context, report);
  return store::list_editions(context.tx, report_id, below, limit);
}

EditionFile get_edition_file(const Read& context, const std::string& report, std::int64_t number,
                             const std::string& file, const std::optional<std::string>& language) {
  const auto edition = get_edition(context, report, number);
  const std::string base = report + ".edition-" + std::to_string(number);
  if (file == "manifest.json") return {base + ".manifest.json", media_type_of(file), edition.manifest};
  if (file == "edition.zip")
    return {base + ".zip", media_type_of(file), render::make_archive(delivery(context, edition))};
  if (file == "SHA256SUMS") return {file, media_type_of(file), delivery(context, edition).at(file)};
  if (auto bytes = store::find_edition_file(context.tx, report, number, file)) {
    return {name_of(file), media_type_of(file), std::move(*bytes)};
  }
  constexpr std::string_view any = "document.";
  if (!file.starts_with(any)) throw_not_found("file in this edition", file);
  const std::string name = report + "." + language.value_or(edition.languages.front()) + file.substr(any.size() - 1);
  auto bytes = store::find_edition_file(context.tx, report, number, name);
  if (!bytes) throw_not_found("file in this edition", name);
  return {name, media_type_of(name), std::move(*bytes)};
}

store::Edition withdraw_edition(const Write& context, const std::string& report, std::int64_t number,
                                const std::string& reason) {
  const auto by = context.actor.as(&require_role(context.actor, {domain::Role::coordinator}));
  const auto edition = get_edition(context.as_read(), report, number);
  if (edition.withdrawal) {
    throw Error(ErrorCode::conflict, "withdrawn",
                "This edition was withdrawn already, on " + domain::format_time(edition.withdrawal->at) + ".");
  }
  store::Withdrawal withdrawal{0, context.tx.now, by.user, check_remark(reason, "/reason")};
  withdrawal.event = store::append_event(context.tx, "edition.withdrawn", {report, ""}, by,
                                         {{"number", number}, {"reason", withdrawal.reason}});
  store::withdraw_edition(context.tx, report, number, withdrawal);
  return get_edition(context.as_read(), report, number);
}

}  // namespace usecases
