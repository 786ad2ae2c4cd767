#include "usecases/documents/document_part.hpp"

#include <algorithm>
#include <set>

#include "documents/labels/labels.hpp"
#include "documents/report/spelled.hpp"
#include "domain/basis/error.hpp"
#include "usecases/frame/access.hpp"
#include "usecases/frame/faults.hpp"

namespace usecases {
namespace {

using domain::Fault;
using domain::say;

constexpr std::string_view kSection = "section/";
constexpr std::string_view kAgency = "agency/";

// Sections of the part, those above them left out.
std::set<std::string> wanted(const Part& part, const domain::Format& format,
                             const std::vector<domain::Section>& sections) {
  if (!part.section.empty()) return format.with_what_is_below({part.section});
  std::set<std::string> ids;
  for (const auto& section : sections) {
    if (section.lead == part.agency) ids.insert(section.id);
  }
  return ids;
}

void add_headings_above(std::set<std::string>& ids, const domain::Format& format) {
  for (const auto& id : std::set<std::string>(ids)) {
    for (const auto* node = format.find(id); node != nullptr; node = format.find(node->parent)) ids.insert(node->key);
  }
}

}  // namespace

std::string Part::name() const {
  if (is_whole()) return "";
  return section.empty() ? std::string(kAgency) + agency : std::string(kSection) + section;
}

Part part_named(const std::string& name) {
  if (name.starts_with(kSection)) return {name.substr(kSection.size()), ""};
  if (name.starts_with(kAgency)) return {"", name.substr(kAgency.size())};
  return {};
}

Part part_of(const std::string& section, const std::string& agency, const std::string& place) {
  if (!section.empty() && !agency.empty()) {
    throw_invalid(place, Fault::does_not_fit,
                  say("Ask either for one section or for the sections of one agency, not for both."));
  }
  return {section, agency};
}

void require_part(const Part& part, const domain::Format& format, const std::vector<domain::Section>& sections) {
  if (!part.section.empty() && format.find(part.section) == nullptr) throw_not_found(say("section"), part.section);
  if (!part.agency.empty() && wanted(part, format, sections).empty()) {
    throw domain::Error(domain::ErrorCode::not_found, "not_found",
                        say("The agency '{0}' leads no section of this report.", part.agency));
  }
}

void show_part(documents::Document& document, const Part& part, const domain::Format& format,
               const std::vector<domain::Section>& sections) {
  if (part.is_whole()) return;
  const auto ids = wanted(part, format, sections);
  document.shown = ids;
  add_headings_above(document.shown, format);
  document.signatures.clear();
  const documents::Labels& labels = documents::labels_for(document.language);
  for (auto& section : document.sections) {
    if (!document.shown.contains(section.id)) continue;
    if (!ids.contains(section.id)) section.content = documents::ContentKind::group;
    if (!ids.contains(section.id) || section.lead.empty()) continue;
    const std::string who = documents::labelled(labels, labels.document.head_of, section.lead);
    if (std::ranges::find(document.signatures, who) == document.signatures.end()) document.signatures.push_back(who);
  }
}

}  // namespace usecases
