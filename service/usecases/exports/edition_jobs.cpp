#include "usecases/exports/edition_jobs.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "domain/basis/calendar.hpp"
#include "domain/basis/error.hpp"
#include "store/database/hash.hpp"
#include "store/log/events.hpp"
#include "store/report/editions.hpp"
#include "store/report/formats.hpp"
#include "usecases/documents/document_files.hpp"
#include "usecases/editions/edition_manifest.hpp"
#include "usecases/frame/faults.hpp"
#include "usecases/frame/names.hpp"
#include "usecases/frame/time_zone.hpp"
#include "usecases/reports/findings.hpp"
#include "usecases/reports/gates.hpp"

namespace usecases {
namespace {

using domain::Error;
using domain::ErrorCode;
using domain::say;
using Json = nlohmann::ordered_json;

// What keeps a final edition from being frozen in its languages.
std::vector<ReportFinding> blocking(ReportStatus status, const std::vector<std::string>& languages,
                                    const std::vector<std::string>& leave_out) {
  const auto left_out = status.report.format->with_what_is_below(leave_out);
  std::erase_if(status.findings, [&](const ReportFinding& finding) {
    const bool elsewhere = !finding.language.empty() && finding.language != status.report.row.source_language &&
                           std::ranges::find(languages, finding.language) == languages.end();
    return !finding.stops("final") || elsewhere || left_out.contains(finding.section);
  });
  return std::move(status.findings);
}

void require_ready(const std::vector<ReportFinding>& missing, const NewEdition& wanted) {
  if (!wanted.final_edition || missing.empty() || wanted.override_reason) return;
  throw Error(
      ErrorCode::conflict, "not_ready",
      say("A final edition cannot be frozen yet. Things that are missing: {0}. {1} The status lists them all. To "
          "freeze it all the same, give the reason in override_reason.",
          missing.size(), first_of(missing)))
      .with({"missing", static_cast<std::int64_t>(missing.size())});
}

Json missing_json(const std::vector<ReportFinding>& missing) {
  Json list = Json::array();
  for (const auto& one : missing) {
    list.push_back({{"section", one.section.empty() ? Json() : Json(one.section)},
                    {"language", one.language.empty() ? Json() : Json(one.language)},
                    {"promise", one.promise == 0 ? Json() : Json(one.promise)},
                    {"code", missing_code(one)}});
  }
  return list;
}

std::vector<std::string> annexes_of(const NewEdition& wanted) {
  if (wanted.annexes) return *wanted.annexes;
  if (wanted.final_edition) return {"chart_numbers"};
  return {"contributions", "chart_numbers"};
}

std::vector<std::string> checked_leave_out(const NewEdition& wanted, const domain::Format& format) {
  for (std::size_t i = 0; i < wanted.leave_out.size(); ++i) {
    const auto* node = format.find(wanted.leave_out[i]);
    if (node != nullptr && node->annex) continue;
    throw_invalid("/leave_out/" + std::to_string(i), domain::Fault::does_not_exist,
                  say("The format of the report has no annex '{0}'.", wanted.leave_out[i]));
  }
  return wanted.leave_out;
}

domain::LocalizedText checked_missing_text(const NewEdition& wanted, const std::vector<std::string>& languages) {
  if (!wanted.final_edition || !wanted.override_reason) {
    throw_invalid("/missing_text", domain::Fault::does_not_fit,
                  say("A text for what is missing goes with a final edition and an override_reason."));
  }
  for (const auto& language : languages) {
    if (!wanted.missing_text->contains(language)) {
      throw_invalid("/missing_text", domain::Fault::missing,
                    say("The text for what is missing is needed in '{0}', too, a language of the edition.", language));
    }
  }
  return check_names(*wanted.missing_text, "/missing_text");
}

std::vector<std::string> all_sections(const KnownReport& report) {
  std::vector<std::string> ids;
  for (const auto& section : report.sections) ids.push_back(section.id);
  std::ranges::sort(ids);
  return ids;
}

domain::Actor who_asked(store::ReadTx& tx, const Service& service, const std::string& user) {
  return load_actor(tx, user, day_in(service.time_zone(), service.now()));
}

// All but what only storing tells.
Json manifest_of(const Read& context, const domain::Export& job, const MadeReport& made) {
  const Json order = Json::parse(job.edition);
  OpenReport report = open_report(context, job.report);
  report.row = store::report_at(context.tx, report.row, job.content_event).value();
  const auto format = store::find_format(context.tx, report.row.format, report.row.format_version);
  const auto last = store::list_events(context.tx, std::nullopt, job.content_event - 1, 1).events;
  Json manifest{
      {"report", report.row.id},
      {"name", order.at("name")},
      {"kind", order.at("kind")},
      {"selection", job.selection},
      {"country", report.row.country},
      {"forum_date", report.row.forum_date},
      {"title", report.row.title},
      {"format", {{"id", report.row.format}, {"version", report.row.format_version}, {"sha256", format->sha256}}},
      {"content_event",
       {{"id", job.content_event}, {"at", domain::format_time(job.content_at)}, {"hash", last.at(0).hash}}},
      {"languages", job.languages},
      {"override_reason", order.at("override_reason")},
      {"annexes", order.value("annexes", Json())},
      {"leave_out", order.value("leave_out", Json::array())},
      {"missing_text", order.value("missing_text", Json())},
      {"missing", order.at("missing")},
      {"sections", manifest_sections(context, report, made.documents)}};
  Json& converters = manifest["converters"];
  for (const auto& program : context.service.converters().programs()) converters[program.name] = program.version;
  manifest["files"] = manifest_files(made.files);
  return manifest;
}

domain::Edition begin_edition(const domain::Export& job) {
  const Json order = Json::parse(job.edition);
  domain::Edition edition;
  edition.report = job.report;
  edition.name = order.at("name");
  edition.kind = order.at("kind");
  edition.selection = job.selection;
  edition.languages = job.languages;
  if (!order.at("override_reason").is_null()) edition.override_reason = order.at("override_reason").get<std::string>();
  edition.content_event = job.content_event;
  return edition;
}

void store_edition(store::WriteTx& tx, domain::Edition& edition, Json manifest) {
  edition.number = store::next_edition_number(tx, edition.report);
  edition.frozen_at = tx.now;
  manifest["edition"] = edition.number;
  manifest["frozen_at"] = domain::format_time(edition.frozen_at);
  manifest["frozen_by"] = edition.by.user;
  if (!edition.by.for_user.empty()) manifest["frozen_for"] = edition.by.for_user;
  edition.manifest = manifest.dump(2) + "\n";
  nlohmann::json data{{"number", edition.number},
                      {"name", edition.name},
                      {"kind", edition.kind},
                      {"languages", edition.languages},
                      {"content_event", edition.content_event},
                      {"manifest_sha256", store::sha256_hex(edition.manifest)}};
  if (edition.override_reason) data["override_reason"] = *edition.override_reason;
  edition.event = store::append_event(tx, "edition.frozen", {edition.report, ""}, edition.by, data);
  store::insert_edition(tx, edition);
}

}  // namespace

domain::Export judge_edition(const Read& context, const std::string& report_id, const NewEdition& wanted) {
  require_role(context.actor, {domain::Role::coordinator});
  const auto report = context.service.known_reports().see(context, report_id);
  domain::Export job;
  job.report = report_id;
  Json order{{"name", Json()},
             {"kind", wanted.final_edition ? "final" : "draft"},
             {"override_reason", Json()},
             {"annexes", annexes_of(wanted)},
             {"leave_out", Json::array()},
             {"missing_text", Json()}};
  Faults faults;
  faults.gather([&] { order["name"] = check_name(wanted.name, "/name"); });
  faults.gather([&] { job.languages = languages_asked(report->row, wanted.languages); });
  if (wanted.override_reason) {
    faults.gather([&] { order["override_reason"] = check_remark(*wanted.override_reason, "/override_reason"); });
  }
  faults.gather([&] { order["leave_out"] = checked_leave_out(wanted, *report->format); });
  if (wanted.missing_text) {
    faults.gather([&] { order["missing_text"] = checked_missing_text(wanted, job.languages); });
  }
  faults.refuse();
  const auto missing = blocking(get_status(context, report_id, ""), job.languages, wanted.leave_out);
  require_ready(missing, wanted);
  order["missing"] = missing_json(missing);
  for (const auto format : kDocumentFormats) {
    require_maker(context.service.converters(), format_named(format));
    job.formats.emplace_back(format);
  }
  const Select select = wanted.select.value_or(wanted.final_edition ? Select::approved : Select::latest);
  job.selection = select == Select::approved ? "approved" : "latest";
  job.content_event = report->sequence;
  job.readable = all_sections(*report);
  job.edition = order.dump();
  return job;
}

ExportView order_edition(const Write& context, const domain::Export& job) {
  require_role(context.actor, {domain::Role::coordinator});
  return enqueue_export(context, job);
}

void freeze_edition(Service& service, domain::Export job, const MadeReport& made) {
  const auto actor = service.database().read([&](store::ReadTx& tx) { return who_asked(tx, service, job.user); });
  const Json manifest = service.read(actor, [&](const Read& context) { return manifest_of(context, job, made); });
  job.bytes = 0;
  for (const auto& [name, bytes] : made.files) *job.bytes += static_cast<std::int64_t>(bytes.size());
  service.database().write([&](store::WriteTx& tx) {
    const auto wanted = store::find_export(tx, job.number);
    if (!wanted || wanted->finished_at) return;
    const auto asker = who_asked(tx, service, job.user);
    const auto* post = asker.post_with(domain::Role::coordinator);
    if (post == nullptr) {
      throw Error(ErrorCode::forbidden, "role_required",
                  say("The person who asked for this edition is no longer a coordinator, so it was not frozen."));
    }
    domain::Edition edition = begin_edition(job);
    edition.by = asker.as(post);
    store_edition(tx, edition, manifest);
    for (const auto& [name, bytes] : made.files) store::insert_edition_file(tx, edition, name, bytes);
    job.frozen_as = edition.number;
    job.sha256 = store::sha256_hex(edition.manifest);
    job.finished_at = tx.now;
    store::finish_export(tx, job);
  });
}

}  // namespace usecases
