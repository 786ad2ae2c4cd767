// A paper of the working group: a page or some, such as an agenda or a press notice, by the writers of reports.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "documents/labels/labels.hpp"
#include "documents/report/document.hpp"
#include "documents/report/word_table.hpp"

namespace documents {

struct Paper {
  std::string language;  // BCP 47
  std::string title;
  LocalText report;     // its title
  std::string country;  // ISO 3166-1 alpha-3
  std::string forum_date;
  std::optional<DocumentPicture> emblem;
  std::string markdown;                 // what it says
  WordTable table = {};                 // behind that; without heads: there is none
  std::vector<std::string> signatures;  // who signs
  std::string as_of;                    // as in a Document
  std::int64_t sequence = 0;
};

// A letter, as the writers call it: the title, then the text.
Document compose_paper(const Paper& paper);

// The text of a paper, piece by piece. Everything that is put in is shown as it is, save `markdown`.
class PaperText {
 public:
  explicit PaperText(const Labels& labels) : labels_(labels) {}

  void heading(const std::string& text);
  void paragraph(const std::string& text);
  void markdown(const std::string& text);
  // "To: Ministry of Labour", a line each; nothing where there is no value.
  void fact(const std::string& label, const std::string& value);
  void item(const std::string& text);  // of a list
  void table(const std::vector<std::string>& heads);
  void row(const std::vector<std::string>& cells);

  std::string take();

 private:
  enum class After { nothing, fact, item, row };
  void follow(After after);  // ends what stands before, where it is of another kind
  void cells(const std::vector<std::string>& cells);

  const Labels& labels_;
  std::string out_;
  After after_ = After::nothing;
};

}  // namespace documents
