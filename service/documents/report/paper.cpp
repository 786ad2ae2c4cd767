#include "documents/report/paper.hpp"

#include <utility>

#include "documents/report/spelled.hpp"
#include "documents/text/markdown_escape.hpp"

namespace documents {

void PaperText::follow(After after) {
  if (after_ == after && after != After::nothing) {
    if (after == After::fact) out_ += "\\";  // the next line is one of its own
    out_ += '\n';
  } else if (!out_.empty()) {
    out_ += "\n\n";
  }
  after_ = after;
}

void PaperText::heading(const std::string& text) {
  follow(After::nothing);
  out_ += "# " + markdown_line(text);
}

void PaperText::paragraph(const std::string& text) {
  follow(After::nothing);
  append_markdown(out_, text);
}

void PaperText::markdown(const std::string& text) {
  follow(After::nothing);
  out_ += text;
}

void PaperText::fact(const std::string& label, const std::string& value) {
  if (value.empty()) return;
  follow(After::fact);
  out_ += "**" + markdown_line(with_colon(labels_, label)) + "** " + markdown_line(value);
}

void PaperText::item(const std::string& text) {
  follow(After::item);
  out_ += "- " + markdown_line(text);
}

void PaperText::cells(const std::vector<std::string>& cells) {
  out_ += '|';
  for (const auto& cell : cells) out_ += " " + markdown_line(cell) + " |";
}

void PaperText::table(const std::vector<std::string>& heads) {
  follow(After::nothing);
  cells(heads);
  out_ += "\n|";
  for (std::size_t i = 0; i < heads.size(); ++i) out_ += " :-- |";
  after_ = After::row;
}

void PaperText::row(const std::vector<std::string>& values) {
  follow(After::row);
  cells(values);
}

std::string PaperText::take() {
  out_ += '\n';
  after_ = After::nothing;
  return std::exchange(out_, "");
}

Document compose_paper(const Paper& paper) {
  Document document;
  document.letter = true;
  document.draft = false;
  document.annexes = {false, false};
  document.layout = {false, false};
  document.language = paper.language;
  document.title = paper.title;
  document.title_language = labels_for(paper.language).language;
  document.format_title = paper.report.text;
  document.format_title_language = paper.report.language;
  document.country = paper.country;
  document.forum_date = paper.forum_date;
  document.as_of = paper.as_of;
  document.sequence = paper.sequence;
  document.select = "latest";
  document.imprint.emblem = paper.emblem;
  document.signatures = paper.signatures;
  DocumentSection text;
  text.id = "paper";
  text.title = paper.title;
  text.title_language = document.title_language;
  text.content = ContentKind::text;
  text.language = document.title_language;
  text.markdown = paper.markdown;
  text.table = paper.table;
  document.sections.push_back(std::move(text));
  return document;
}

}  // namespace documents
