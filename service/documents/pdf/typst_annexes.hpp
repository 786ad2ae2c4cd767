// What the service itself adds to a report: who contributed what, and the words around texts.
#pragma once

#include <string>
#include <string_view>

#include "documents/report/report.hpp"

namespace documents {

// Words in the language that they are in, marked where it is another one than the document's.
class TypstWords {
 public:
  TypstWords(std::string& out, const Report& report) : out_(out), report_(report) {}

  // Those of db/labels.
  std::string fixed(std::string_view text) const;
  // The same in several lines.
  std::string fixed_lines(std::string_view text) const;
  std::string of(std::string_view language, std::string_view text) const;
  std::string of(const LocalText& text) const { return of(text.language, text.text); }
  // Around what is written in a language.
  void open(std::string_view language);
  void close(std::string_view language);

 private:
  bool is_foreign(std::string_view language) const;

  std::string& out_;
  const Report& report_;
};

// Nothing where the document has no such annex, or nobody signs.
void write_contributions(std::string& out, const Report& report);
void write_signatures(std::string& out, const Report& report);

// Above the numbers of a chart: where it stands.
void write_chart_caption(std::string& out, const Report& report, const ReportChart& chart);

}  // namespace documents
