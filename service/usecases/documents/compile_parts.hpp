// The parts of a compiled report: one section, one line of an annex.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "documents/report/document.hpp"
#include "domain/text/translation.hpp"
#include "store/report/pictures.hpp"
#include "store/report/texts.hpp"
#include "store/report/transitions.hpp"
#include "usecases/documents/compile.hpp"

namespace usecases {

class CompileParts {
 public:
  // report: as it was at the event.
  CompileParts(const Read& context, const OpenReport& report, const Contents& contents, std::int64_t event);

  // The text in the document's language, else in the source language, else in any; and its language.
  std::pair<std::string, std::string> in_language(const domain::LocalizedText& text) const;

  documents::Imprint imprint() const;
  documents::DocumentSection section(const domain::Section& section, bool readable) const;
  documents::Contribution contribution(const domain::Section& section) const;
  std::vector<documents::PlannedTask> plan() const;
  std::vector<documents::RequestedHelp> assistance() const;
  bool counts(const domain::Section& section) const { return report_.node(section.id).counted; }
  bool is_text(const domain::Section& section) const { return report_.node(section.id).kind == domain::NodeKind::text; }

 private:
  struct Choice {
    const domain::Revision* text = nullptr;
    bool fallback = false;
    domain::TranslationState translation = domain::TranslationState::source;
  };
  Choice choose(const domain::Section& section, const domain::Texts& texts) const;
  void place_pictures(documents::DocumentSection& out) const;
  void fill_text(documents::DocumentSection& out, const domain::Section& section, bool readable) const;
  std::optional<documents::DocumentPicture> emblem() const;
  std::string agency_title(const std::string& agency) const;

  const Read& context_;
  const OpenReport& report_;
  const Contents& contents_;
  const std::int64_t event_;
  std::map<std::string, domain::LocalizedText> agencies_;
  std::map<std::string, domain::Texts> texts_;
  std::map<std::string, std::vector<std::string>> writers_;
  std::map<std::string, std::vector<domain::Transition>> approvals_;
  std::map<std::string, std::vector<domain::Picture>> pictures_;
};

}  // namespace usecases
