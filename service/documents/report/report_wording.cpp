#include "documents/report/report.hpp"
#include "documents/report/spelled.hpp"

namespace documents {
namespace {

std::string labelled(std::string_view label, std::string_view value) {
  return std::string(label).append(": ").append(value);
}

// "State: in review (waits for: Coordinator). Lead agency: Ministry of Labour."
std::string how_far(const Labels& labels, const DocumentSection& section) {
  std::string text = labelled(labels.state, state_label(labels, section.state));
  if (!section.step_title.empty()) text += " (" + labelled(labels.waits_for, section.step_title) + ")";
  const std::string_view lead = section.lead.empty() ? labels.not_assigned : std::string_view(section.lead);
  return text + ". " + labelled(labels.lead, lead) + ".";
}

}  // namespace

Substitute substitute_for(const Report& report, const DocumentSection& section) {
  const Labels& labels = report.labels();
  switch (section.content) {
    case ContentKind::nothing:
      return {labels.nothing, section.reason.empty() ? "" : labelled(labels.reason, section.reason)};
    case ContentKind::withheld:
      return {labels.withheld, how_far(labels, section)};
    case ContentKind::gap:
      break;
    case ContentKind::group:
    case ContentKind::text:
      return {};
  }
  const bool draft_exists = section.state != "empty";
  return {report.document().select == "approved" && draft_exists ? labels.no_approved_text : labels.no_text,
          how_far(labels, section)};
}

std::vector<std::string> remarks_on(const Report& report, const DocumentSection& section) {
  const Labels& labels = report.labels();
  std::vector<std::string> remarks;
  if (section.content != ContentKind::text) return remarks;
  if (section.fallback) {
    remarks.push_back(labelled(labels.fallback, spell_language(labels, section.language)) + ".");
  }
  if (!section.carried_over.empty()) remarks.push_back(labelled(labels.carried_over, section.carried_over) + ".");
  if (section.stale) remarks.emplace_back(labels.stale);
  if (section.unconfirmed) remarks.emplace_back(labels.unconfirmed);
  return remarks;
}

std::string missing_picture(const Labels& labels, const ShownPicture& picture) {
  return "[" + std::string(labels.picture_missing) + ": " + picture.name + "]";
}

std::string figure_name(const Labels& labels, const ShownPicture& picture) {
  return std::string(labels.figure) + " " + std::to_string(picture.figure) + (picture.caption.empty() ? "" : ". ");
}

std::string own_text_note(const Report& report, const Contribution::Approval& approval) {
  if (approval.reason.empty()) return "";
  return " (" + labelled(report.labels().own_text, approval.reason) + ")";
}

}  // namespace documents
