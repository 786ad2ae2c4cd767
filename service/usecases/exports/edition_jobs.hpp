// How an edition comes to be: judged and asked for at one moment, made by the thread that makes exports, and frozen in
// one transaction. What it holds is what the report was when it was asked for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "usecases/exports/export_archive.hpp"
#include "usecases/exports/exports.hpp"

namespace usecases {

struct NewEdition {
  std::string name;
  bool final_edition = false;
  std::vector<std::string> languages;                 // empty: all of the report
  std::optional<Select> select;                       // none: approved for a final edition, latest for a draft
  std::optional<std::string> override_reason;         // final: freeze it although something is missing
  std::optional<std::vector<std::string>> annexes;    // none: as its kind has them
  std::vector<std::string> leave_out;                 // annexes of the format
  std::optional<domain::LocalizedText> missing_text;  // final: see Publication
};

// The job for it, not stored yet: it pins the report's last event. Takes its time for a large report, so in no
// transaction that writes. Errors: forbidden; not_found; invalid (name, languages, reason, leave_out, missing_text);
// conflict not_ready with what keeps a final edition from being frozen; tool_missing.
domain::Export judge_edition(const Read& context, const std::string& report, const NewEdition& wanted);

// Stores the job. The caller tells the ExportBoard after the commit. Errors: forbidden; conflict too_many_exports.
ExportView order_edition(const Write& context, const domain::Export& job);

// Stores what was made of the job as the report's next edition, with its event, and the end of the job; nothing where
// it was cancelled meanwhile. Errors: forbidden where the one who asked for it is no coordinator any more.
void freeze_edition(Service& service, domain::Export job, const MadeReport& made);

}  // namespace usecases
