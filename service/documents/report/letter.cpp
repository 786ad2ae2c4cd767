#include "documents/report/letter.hpp"

#include <cstdlib>

#include "documents/labels/labels.hpp"
#include "documents/report/report.hpp"
#include "documents/report/spelled.hpp"
#include "documents/text/markdown_escape.hpp"

namespace documents {
namespace {

class ReminderLetterText {
 public:
  explicit ReminderLetterText(const ReminderLetter& letter)
      : letter_(letter), labels_(labels_for(letter.language)), words_(labels_.letter) {}

  std::string write() {
    head();
    if (letter_.lines.empty()) {
      paragraph(words_.nothing);
    } else {
      paragraph(words_.intro);
      table();
    }
    contact();
    return std::move(out_);
  }

 private:
  void paragraph(const std::string& text) { out_ += markdown_line(text) + "\n\n"; }

  void fact(const std::string& label, const std::string& value) {
    if (value.empty()) return;
    if (!out_.empty() && out_.back() != '\n') out_ += "\\\n";
    out_ += "**" + markdown_line(with_colon(labels_, label)) + "** " + markdown_line(value);
  }

  void head() {
    fact(words_.to, letter_.addressee.text);
    fact(words_.date, spell_date(labels_, letter_.written_on));
    fact(words_.report, letter_.report.text);
    fact(labels_.document.forum_date, spell_date(labels_, letter_.forum_date));
    out_ += "\n\n";
  }

  // "12", or "−5 (overdue)".
  std::string days_left(int days) const {
    const std::string number = spell_number(labels_, static_cast<std::uint64_t>(std::abs(days)));
    return days < 0 ? "\u2212" + number + " (" + labels_.form.overdue + ")" : number;
  }

  void row(std::initializer_list<std::string> cells) {
    out_ += "|";
    for (const auto& cell : cells) out_ += " " + markdown_line(cell) + " |";
    out_ += '\n';
  }

  void table() {
    row({words_.number, labels_.document.section, labels_.form.due, words_.days, labels_.document.state});
    out_ += "| :-- | :-- | :-- | :-- | :-- |\n";
    for (const ReminderLine& line : letter_.lines) {
      row({line.number, line.title, spell_short_date(labels_, line.due_on), days_left(line.days_left),
           std::string(state_label(labels_, line.state))});
    }
    out_ += '\n';
  }

  void contact() {
    std::string lines;
    for (const auto line : lines_of(letter_.contact.text)) lines += (lines.empty() ? "" : "; ") + std::string(line);
    fact(labels_.document.publisher, letter_.publisher.text);
    fact(labels_.document.contact, lines);
    out_ += '\n';
  }

  const ReminderLetter& letter_;
  const Labels& labels_;
  const LetterLabels& words_;
  std::string out_;
};

}  // namespace

Document compose_letter(const ReminderLetter& letter) {
  const Labels& labels = labels_for(letter.language);
  Document document;
  document.letter = true;
  document.draft = false;
  document.annexes = {false, false};
  document.layout = {false, false};
  document.language = letter.language;
  document.title = labels.letter.title;
  document.title_language = labels.language;
  document.format_title = letter.report.text;
  document.format_title_language = letter.report.language;
  document.country = letter.country;
  document.forum_date = letter.forum_date;
  document.as_of = letter.as_of;
  document.sequence = letter.sequence;
  document.select = "latest";
  document.imprint.emblem = letter.emblem;
  document.signatures = {labels.letter.coordinator};
  DocumentSection text;
  text.id = "letter";
  text.title = labels.letter.title;
  text.title_language = labels.language;
  text.content = ContentKind::text;
  text.language = labels.language;
  text.markdown = ReminderLetterText(letter).write();
  document.sections.push_back(std::move(text));
  return document;
}

}  // namespace documents
