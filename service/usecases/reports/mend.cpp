#include "usecases/reports/mend.hpp"

namespace usecases {
namespace {

using domain::Mender;
using domain::Remedy;
using domain::State;

constexpr Remedy kReturn{Mender::reviewer, "create_transition", "return"};
constexpr Remedy kReopen{Mender::coordinator, "create_transition", "reopen"};

std::string role_of(Mender who) {
  switch (who) {
    case Mender::head:
      return "head";
    case Mender::translator:
      return "translator";
    case Mender::coordinator:
      return "coordinator";
    case Mender::reviewer:
      return "reviewer";
    case Mender::contributor:
    case Mender::answerer:
    case Mender::owner:
      break;
  }
  return "contributor";
}

// A translation may be written at any time, the source text while its section is with its agency.
Remedy remedy_now(const OpenReport& report, const SectionStatus& section, const Remedy& remedy,
                  const std::string& language) {
  if (remedy.who != Mender::contributor) return remedy;
  const bool translation = !language.empty() && language != report.row.source_language;
  if (translation && remedy.operation == domain::finding_kinds::kWrite.operation) {
    return domain::finding_kinds::kTranslate;
  }
  if (section.row.state == State::in_review) return kReturn;
  return section.row.state == State::approved ? kReopen : remedy;
}

}  // namespace

Mend mend_of(const OpenReport& report, const SectionStatus& section, const domain::FindingKind& kind,
             const std::string& language) {
  const Remedy remedy = remedy_now(report, section, kind.remedy, language);
  if (remedy.who == Mender::reviewer) return {section.waiting_for->role, "", section.step, remedy};
  const bool of_lead = remedy.who == Mender::contributor || remedy.who == Mender::head;
  if (of_lead && section.row.lead.empty()) return mend_of(domain::finding_kind("unassigned"));
  return {role_of(remedy.who), of_lead ? section.row.lead : "", "", remedy};
}

Mend mend_of(const domain::FindingKind& kind) { return {role_of(kind.remedy.who), "", "", kind.remedy}; }

Mend mend_of(const domain::FindingKind& kind, const std::string& agency) {
  return {agency.empty() ? role_of(Mender::coordinator) : role_of(kind.remedy.who), agency, "", kind.remedy};
}

Mend mend_of(const domain::FindingKind& kind, const domain::Task& task) {
  return {task.agency.empty() ? task.role : role_of(kind.remedy.who), task.agency, "", kind.remedy};
}

}  // namespace usecases
