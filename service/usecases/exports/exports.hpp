// Exports: the report made in several formats and languages by a job of its own, as it was when it was asked for, with
// the texts that the one who asked could read then. Whoever may read as much today may have it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/report/exports.hpp"
#include "usecases/documents/compile.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {

constexpr domain::Millis kExportsKept = 7LL * 24 * 3600 * 1000;  // after their end

struct NewExport {
  std::vector<std::string> formats;    // of kDocumentFormats
  std::vector<std::string> languages;  // empty: all of the report
  Select select = Select::latest;
  std::optional<domain::Millis> as_of;  // in the past; none: now
  Part part = {};
};

// What an export is for that freezes an edition.
struct ExportedEdition {
  std::string name;
  std::string kind;                    // "draft" or "final"
  std::optional<std::int64_t> number;  // once it is frozen
};

struct ExportView {
  domain::Export row;
  std::optional<ExportedEdition> edition;
  std::string state;  // "waiting", "running", "done", "failed", "cancelled"
  int percent = 0;
  std::string step;                         // in words
  std::optional<domain::Millis> forget_at;  // once it ended
  std::string file_name() const;            // "tkm-2026.export-7.zip"
};

// The caller tells the ExportBoard after the commit.
// Errors: not_found (report, or nothing there at that time); invalid (languages, as_of); conflict too_many_exports;
// tool_missing.
ExportView create_export(const Write& context, const std::string& report, const NewExport& wanted);

// Stores a job of the caller: now, with content_event, readable and what is to be made filled in by who calls.
// Errors: conflict too_many_exports.
ExportView enqueue_export(const Write& context, domain::Export job);

// Errors: not_found, also where the caller may not know of it.
ExportView get_export(const Read& context, const std::string& report, std::int64_t number);
// What the caller may know of, newest first, below a number (0: from the newest).
std::vector<ExportView> list_exports(const Read& context, const std::string& report, std::int64_t below, int limit);

struct ExportFile {
  std::string name;
  std::string bytes;
};
// Errors: not_found; conflict export_not_done, export_failed, export_cancelled, export_is_edition; forbidden where the
// caller asked for it and may not read as much any more; gone.
ExportFile get_export_file(const Read& context, const std::string& report, std::int64_t number);

// Ends one that waits or runs; one that was cancelled already stays as it is. The caller tells the ExportBoard after
// the commit. Errors: not_found; forbidden for whoever neither asked for it nor coordinates; conflict export_ended.
ExportView cancel_export(const Write& context, const std::string& report, std::int64_t number);

// The name under which the archive lies among the made files.
std::string kept_name(const domain::Export& done);

struct ExportCounts {
  std::int64_t waiting = 0;
  std::int64_t running = 0;
};
ExportCounts count_exports(Service& service);

}  // namespace usecases
