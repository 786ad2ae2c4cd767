#include "documents/markdown/markdown.hpp"

#include <algorithm>
#include <map>

#include "documents/markdown/markdown_text.hpp"
#include "documents/report/report.hpp"
#include "documents/report/spelled.hpp"
#include "documents/text/markdown_escape.hpp"
#include "documents/text/node_text.hpp"

namespace documents {
namespace {

class MarkdownReport {
 public:
  explicit MarkdownReport(const Document& document)
      : report_(document),
        text_(out_, report_.labels(), [this](const std::string& section) { return anchor_of(section); }) {
    name_anchors();
  }

  std::string write() {
    title_page();
    contents();
    for (const auto& part : report_.parts()) section(part);
    contributions();
    for (const auto& note : report_.notes()) {
      out_ += '\n';
      text_.write_note(note);
    }
    return std::move(out_);
  }

 private:
  std::string anchor_of(const std::string& section) const {
    const auto found = anchors_.find(section);
    return found == anchors_.end() ? "" : found->second;
  }

  // Readers make them from the headings, in order, those of the texts among them; the second of the same name gets "-1"
  // behind it.
  void name_anchors() {
    std::map<std::string, int> used;
    const auto unused = [&](const std::string& heading) {
      const std::string anchor = heading_anchor(heading);
      const int count = used[anchor]++;
      return count == 0 ? anchor : anchor + "-" + std::to_string(count);
    };
    unused(report_.document().title);
    unused(report_.labels().document.contents);
    for (const auto& part : report_.parts()) {
      anchors_[part.section->id] = unused(part.name + part.section->title);
      if (!part.tree) continue;
      walk(part.tree->root(), [&](NodeKind kind, cmark_node* node, bool entering) {
        if (kind == NodeKind::heading && entering) unused(text_of(node));
        return kind != NodeKind::note;
      });
    }
    contributions_anchor_ = unused(report_.contributions_name() + report_.labels().document.contributions);
  }

  void title_page() {
    const auto& document = report_.document();
    out_ += "# " + markdown_line(document.title) + "\n\n";
    out_ += "**" + markdown_line(spell_country(report_.labels(), document.country)) + "**\n\n";
    out_ += markdown_line(document.format_title) + "\n\n";
    for (const auto& fact : report_.facts()) {
      out_ += "- **" + markdown_line(fact.label) + ":** " + markdown_line(fact.value) + "\n";
    }
    for (const auto& note : report_.draft_notes()) {
      out_ += "\n> **" + markdown_line(note.label) + ": " + markdown_line(note.value) + "**\n";
    }
  }

  void contents() {
    out_ += "\n## " + markdown_line(report_.labels().document.contents) + "\n\n";
    for (const auto& part : report_.parts()) {
      contents_line(part.section->depth, part.name + part.section->title, anchors_.at(part.section->id));
    }
    contents_line(1, report_.contributions_name() + report_.labels().document.contributions, contributions_anchor_);
  }

  void contents_line(int depth, const std::string& heading, const std::string& anchor) {
    out_.append(static_cast<std::size_t>(depth - 1) * 2, ' ');
    out_ += "- [" + markdown_line(heading) + "](#" + anchor + ")\n";
  }

  void section(const ReportPart& part) {
    out_ += "\n" + std::string(static_cast<std::size_t>(part.level), '#') + " " +
            markdown_line(part.name + part.section->title) + "\n";
    for (const auto& remark : remarks_on(report_, *part.section)) out_ += "\n> *" + markdown_line(remark) + "*\n";
    if (part.tree) {
      const std::size_t before = out_.size();
      out_ += '\n';
      text_.write_part(part);
      if (out_.size() == before + 1) out_.resize(before);  // a text of which nothing is shown
    } else if (part.section->content != ContentKind::group) {
      substitute(*part.section);
    }
  }

  void substitute(const DocumentSection& section) {
    const Substitute text = substitute_for(report_, section);
    out_ += "\n> **" + markdown_line(text.statement) + "**\n";
    if (text.explanation.empty()) return;
    out_ += ">\n> ";
    for (const char* separator = ""; const auto& line : lines_of(text.explanation)) {
      std::string escaped;
      append_markdown(escaped, line);
      out_ += separator + escaped;
      separator = "\\\n> ";
    }
    out_ += '\n';
  }

  // Without the empty ones.
  static std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      if (end != begin) lines.push_back(text.substr(begin, end - begin));
      begin = end + 1;
    }
    return lines;
  }

  void contributions() {
    const DocumentLabels& words = report_.labels().document;
    out_ += "\n## " + markdown_line(report_.contributions_name() + words.contributions) + "\n\n|";
    for (const auto& label :
         {words.section, words.lead, words.contributors, words.revisions, words.last_saved, words.approvals}) {
      out_ += " " + markdown_line(label) + " |";
    }
    out_ += "\n| :-- | :-- | :-- | --: | :-- | :-- |\n";
    for (const auto& line : report_.document().contributions) contribution(line);
  }

  void contribution(const Contribution& line) {
    const ReportPart* part = report_.find(line.section_id);
    const std::string number = part == nullptr ? "" : part->number + " ";
    std::string others;
    for (const auto& agency : line.contributors) others += (others.empty() ? "" : "; ") + agency;
    std::string approvals;
    for (const auto& approval : line.approvals) {
      approvals += (approvals.empty() ? "" : "; ") + approval.step + ": " + approval.by + ", " + approval.on +
                   own_text_note(report_, approval);
    }
    const std::string revisions = spell_number(report_.labels(), static_cast<std::uint64_t>(line.revisions));
    out_ += "|";
    for (const auto& cell :
         {number + line.section_title, line.lead, others, revisions, line.last_saved_on, approvals}) {
      out_ += " " + markdown_line(cell) + " |";
    }
    out_ += '\n';
  }

  std::string out_;
  Report report_;
  MarkdownText text_;
  std::map<std::string, std::string> anchors_;  // of the sections' headings, by section
  std::string contributions_anchor_;
};

}  // namespace

std::string to_markdown(const Document& document) { return MarkdownReport(document).write(); }

}  // namespace documents
