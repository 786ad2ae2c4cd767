// What is at hand when a paper of the working group is composed.
#pragma once

#include <string>
#include <vector>

#include "documents/labels/labels.hpp"
#include "documents/report/paper.hpp"
#include "usecases/frame/access.hpp"
#include "usecases/frame/known_reports.hpp"

namespace usecases {

class PaperDesk {
 public:
  // today: ISO day in the report's time zone.
  PaperDesk(const Read& context, const KnownReport& known, const std::string& language, const std::string& today);

  const Read& context() const { return context_; }
  const OpenReport& report() const { return report_; }
  const documents::Labels& labels() const { return labels_; }
  const documents::PaperLabels& words() const { return labels_.papers; }

  // In the language of the paper, else in that of the report, else in any. Empty: there is none.
  std::string local(const domain::LocalizedText& text) const;
  std::string lines(const domain::LocalizedText& text) const;        // its lines in one: "A; B"
  std::string agency(const std::string& key) const;                  // its title; empty: the key is empty
  std::string agencies(const std::vector<std::string>& keys) const;  // "A; B"
  std::string told(const domain::Message& message) const;
  std::string day(const std::string& iso) const;  // "05.05.2026"; empty: there is none

  // With all but its text.
  documents::Paper paper(const std::string& title) const;

 private:
  documents::LocalText words_of(const domain::LocalizedText& text) const;

  const Read& context_;
  const KnownReport& known_;
  OpenReport report_;
  std::string language_;
  const documents::Labels& labels_;
};

// "A; B"
std::string joined(const std::vector<std::string>& names);

}  // namespace usecases
