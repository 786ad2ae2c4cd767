#include "usecases/exports/exports.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "domain/basis/error.hpp"
#include "usecases/documents/document_files.hpp"
#include "usecases/frame/faults.hpp"

namespace usecases {
namespace {

using domain::Error;
using domain::ErrorCode;
using domain::say;

constexpr std::size_t kMostUnfinished = 3;  // of one person

bool may_read_all_of(const std::set<std::string>& readable, const domain::Export& row) {
  return std::ranges::includes(readable, row.readable);
}

bool may_know(const Read& context, const std::set<std::string>& readable, const domain::Export& row) {
  const bool forgotten = row.finished_at && *row.finished_at + kExportsKept <= context.service.now();
  return !forgotten && (row.user == context.actor.user || may_read_all_of(readable, row));
}

struct OpenExport {
  domain::Export row;
  std::set<std::string> readable;  // the sections that the caller may read today
};

OpenExport open_export(const Read& context, const std::string& report, std::int64_t number) {
  auto readable = context.service.known_reports().see(context, report)->readable_by(context.actor);
  auto row = store::find_export(context.tx, number);
  if (!row || row->report != report || !may_know(context, readable, *row)) {
    throw_not_found(domain::say("export"), std::to_string(number));
  }
  return {std::move(*row), std::move(readable)};
}

std::string waiting_words(std::int64_t before) {
  if (before == 0) return "Waiting for its turn";
  return "Waiting for its turn, behind " + std::to_string(before) + (before == 1 ? " other" : " others");
}

std::optional<ExportedEdition> edition_of(const domain::Export& row) {
  if (row.edition.empty()) return std::nullopt;
  const auto order = nlohmann::json::parse(row.edition);
  return ExportedEdition{order.at("name"), order.at("kind"), row.frozen_as};
}

std::string end_of(const domain::Export& row) {
  if (row.failure) return "failed";
  return row.cancelled_by.empty() ? "done" : "cancelled";
}

std::string step_at_end(const domain::Export& row) {
  if (row.failure) return "Failed";
  return row.cancelled_by.empty() ? "Done" : "Cancelled by " + row.cancelled_by_name;
}

ExportView view_of(const Read& context, domain::Export row) {
  ExportView view;
  view.edition = edition_of(row);
  view.row = std::move(row);
  if (view.row.finished_at) {
    view.state = end_of(view.row);
    view.percent = view.state == "done" ? 100 : 0;
    view.step = step_at_end(view.row);
    view.forget_at = *view.row.finished_at + kExportsKept;
    return view;
  }
  const auto progress = context.service.export_board().mark(view.row.number).progress;
  view.state = progress ? "running" : "waiting";
  view.percent = progress ? progress->percent : 0;
  view.step = progress ? progress->step : waiting_words(store::count_unfinished_exports(context.tx, view.row.number));
  return view;
}

void require_turn(const Read& context) {
  const auto unfinished = store::list_unfinished_exports(context.tx, context.actor.user);
  if (unfinished.size() < kMostUnfinished) return;
  std::string numbers;
  for (const auto number : unfinished) numbers += (numbers.empty() ? "" : ", ") + std::to_string(number);
  throw Error(ErrorCode::conflict, "too_many_exports",
              say("You have {0} exports that are waiting or running ({1}), and a person may have at most {2}. Wait "
                  "until one is done, or cancel one.",
                  unfinished.size(), numbers, kMostUnfinished));
}

void require_file(const domain::Export& row) {
  if (!row.finished_at) {
    throw Error(ErrorCode::conflict, "export_not_done",
                say("This export is not done yet. Ask how far it is, and fetch the file when its state is 'done'."));
  }
  if (row.failure) {
    throw Error(ErrorCode::conflict, "export_failed",
                say("This export failed, so there is no file. {0}", *row.failure));
  }
  if (!row.cancelled_by.empty()) {
    throw Error(
        ErrorCode::conflict, "export_cancelled",
        say("This export was cancelled by {0}, so there is no file. Start another one.", row.cancelled_by_name));
  }
  if (row.frozen_as) {
    throw Error(ErrorCode::conflict, "export_is_edition",
                say("This export was frozen as edition {0}. Fetch its edition.zip.", *row.frozen_as));
  }
}

}  // namespace

std::string ExportView::file_name() const { return row.report + ".export-" + std::to_string(row.number) + ".zip"; }

std::string kept_name(const domain::Export& done) { return done.sha256 + ".zip"; }

ExportView create_export(const Write& context, const std::string& report_id, const NewExport& wanted) {
  const Read reading = context.as_read();
  const auto report = context.service.known_reports().see(reading, report_id);
  domain::Export row;
  row.report = report_id;
  Faults faults;
  faults.gather([&] { row.languages = languages_asked(report->row, wanted.languages); });
  faults.gather([&] { row.content_event = content_event(reading, *report, wanted.as_of, "/as_of").id; });
  faults.refuse();
  require_part(wanted.part, *report->format, report->sections);
  row.part = wanted.part.name();
  row.formats = wanted.formats;
  for (const auto& format : wanted.formats) require_maker(context.service.converters(), format_named(format));
  row.selection = wanted.select == Select::approved ? "approved" : "latest";
  const auto readable = report->readable_by(context.actor);
  row.readable.assign(readable.begin(), readable.end());
  return enqueue_export(context, std::move(row));
}

ExportView enqueue_export(const Write& context, domain::Export job) {
  job.user = context.actor.user;
  job.requested_at = context.tx.now;
  require_turn(context.as_read());
  const auto number = store::insert_export(context.tx, job);
  return view_of(context.as_read(), store::find_export(context.tx, number).value());
}

ExportView get_export(const Read& context, const std::string& report_id, std::int64_t number) {
  return view_of(context, open_export(context, report_id, number).row);
}

std::vector<ExportView> list_exports(const Read& context, const std::string& report_id, std::int64_t below, int limit) {
  const auto readable = context.service.known_reports().see(context, report_id)->readable_by(context.actor);
  std::vector<ExportView> views;
  while (true) {
    auto rows = store::list_exports(context.tx, report_id, below, limit);
    for (auto& row : rows) {
      below = row.number;
      if (views.size() == static_cast<std::size_t>(limit)) return views;
      if (may_know(context, readable, row)) views.push_back(view_of(context, std::move(row)));
    }
    if (rows.size() < static_cast<std::size_t>(limit)) return views;
  }
}

ExportFile get_export_file(const Read& context, const std::string& report_id, std::int64_t number) {
  auto found = open_export(context, report_id, number);
  const auto view = view_of(context, std::move(found.row));
  if (!may_read_all_of(found.readable, view.row)) {
    throw Error(ErrorCode::forbidden, "text_not_shared",
                say("This export contains texts that you may no longer read. Start another one: it will contain those "
                    "that you may read now."));
  }
  require_file(view.row);
  auto bytes = context.service.converters().files().find(kept_name(view.row));
  if (!bytes) {
    throw Error(ErrorCode::gone, "export_gone",
                say("Newer files took the space that the server has for them, and this one was deleted. Start the "
                    "export again."));
  }
  return {view.file_name(), std::move(*bytes)};
}

ExportView cancel_export(const Write& context, const std::string& report_id, std::int64_t number) {
  const Read reading = context.as_read();
  const auto row = open_export(reading, report_id, number).row;
  if (row.user != context.actor.user && !context.actor.holds(domain::Role::coordinator)) {
    throw Error(ErrorCode::forbidden, "not_yours",
                say("Only the person who asked for an export, or a coordinator, may cancel it."));
  }
  if (row.finished_at && row.cancelled_by.empty()) {
    const std::string state = end_of(row);
    throw Error(ErrorCode::conflict, "export_ended",
                say("This export has already ended: its state is '{0}'. There is nothing left to cancel.", state))
        .with({"export_state", state});
  }
  store::cancel_export(context.tx, number, context.actor.user);
  return view_of(reading, store::find_export(context.tx, number).value());
}

ExportCounts count_exports(Service& service) {
  const auto unfinished =
      service.database().read([](store::ReadTx& tx) { return store::count_unfinished_exports(tx); });
  const std::int64_t running = service.export_board().running() == 0 ? 0 : 1;
  return {std::max<std::int64_t>(unfinished - running, 0), running};
}

}  // namespace usecases
