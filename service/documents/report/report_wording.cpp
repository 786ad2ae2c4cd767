#include "documents/labels/filled.hpp"
#include "documents/report/report.hpp"
#include "documents/report/spelled.hpp"

namespace documents {
namespace {

// "State: in review (waits for: Coordinator). Lead agency: Ministry of Labour."
std::string how_far(const Labels& labels, const DocumentSection& section) {
  const DocumentLabels& words = labels.document;
  std::string state(state_label(labels, section.state));
  if (!section.step_title.empty()) state = filled(words.waiting, {{"state", state}, {"step", section.step_title}});
  const std::string& lead = section.lead.empty() ? words.not_assigned : section.lead;
  return filled(words.how_far, {{"state", state}, {"lead", lead}});
}

}  // namespace

Substitute substitute_for(const Report& report, const DocumentSection& section) {
  const DocumentLabels& words = report.labels().document;
  switch (section.content) {
    case ContentKind::nothing:
      return {words.nothing, section.reason.empty() ? "" : labelled(report.labels(), words.reason, section.reason),
              false};
    case ContentKind::withheld:
      return {words.withheld, how_far(report.labels(), section), false};
    case ContentKind::gap:
      if (!section.reason.empty()) return {section.reason, "", true};
      break;
    case ContentKind::group:
    case ContentKind::text:
      return {};
  }
  const bool draft_exists = section.state != "empty";
  return {report.document().select == "approved" && draft_exists ? words.no_approved_text : words.no_text,
          how_far(report.labels(), section), false};
}

std::vector<std::string> remarks_on(const Report& report, const DocumentSection& section) {
  const DocumentLabels& words = report.labels().document;
  std::vector<std::string> remarks;
  if (section.content != ContentKind::text) return remarks;
  if (!report.document().draft) {
    if (section.fallback) {
      remarks.push_back(filled(words.only_in, {{"language", spell_language(report.labels(), section.language)}}));
    }
    return remarks;
  }
  if (section.fallback) {
    remarks.push_back(filled(words.fallback, {{"language", spell_language(report.labels(), section.language)}}));
  }
  if (!section.carried_over.empty()) {
    remarks.push_back(filled(words.carried_over, {{"report", section.carried_over}}));
  }
  if (section.stale) remarks.emplace_back(words.stale);
  if (section.unconfirmed) remarks.emplace_back(words.unconfirmed);
  return remarks;
}

std::string missing_picture(const Labels& labels, const ShownPicture& picture) {
  return "[" + labelled(labels, labels.document.picture_missing, picture.name) + "]";
}

std::string numbered_words(const Labels& labels, CaptionKind kind, int number) {
  const auto& words = labels.document;
  return filled(kind == CaptionKind::table ? words.numbered_table : words.numbered_figure,
                {{"number", std::to_string(number)}});
}

std::string figure_name(const Labels& labels, const ShownPicture& picture) {
  Numbered figure;
  figure.kind = CaptionKind::figure;
  figure.number = picture.figure;
  figure.title = picture.caption;
  return caption_name(labels, figure);
}

std::string caption_name(const Labels& labels, const Numbered& numbered) {
  return numbered_words(labels, numbered) + (numbered.title.empty() ? "" : ". ");
}

std::string approval_note(const Report& report, const Contribution::Approval& approval) {
  const auto& words = report.labels().document;
  std::string deputy = approval.by_deputy ? " (" + words.by_deputy + ")" : "";
  if (approval.reason.empty()) return deputy;
  return deputy + " (" + labelled(report.labels(), words.own_text, approval.reason) + ")";
}

}  // namespace documents
