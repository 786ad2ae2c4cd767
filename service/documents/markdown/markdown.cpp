#include "documents/markdown/markdown.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "documents/markdown/markdown_front.hpp"
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
      : report_(document), text_(out_, report_, [this](const std::string& place) { return anchor_of(place); }) {
    name_anchors();
  }

  std::string write() {
    write_title_page(out_, report_);
    if (!report_.document().is_part()) contents();
    write_lists(out_, report_, [this](const Numbered& one) { return anchors_.at(one.part->section->id); });
    for (const auto* part : report_.parts()) section(*part);
    if (!report_.contributions_name().empty()) contributions();
    for (const auto& annex : report_.made_annexes()) table_annex(annex);
    signatures();
    for (const auto& note : report_.notes()) {
      out_ += '\n';
      text_.write_note(note);
    }
    return std::move(out_);
  }

 private:
  // Of a table or a figure that of its section: Markdown has no other.
  std::string anchor_of(const std::string& place) const {
    const Numbered* numbered = report_.numbered_with_id(place);
    const auto found = anchors_.find(numbered == nullptr ? place : numbered->part->section->id);
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
    if (!report_.document().is_part()) unused(report_.labels().document.contents);
    for (const auto& heading : list_headings(report_)) unused(heading);
    for (const auto* part : report_.parts()) {
      anchors_[part->section->id] = unused(part->name + part->section->title);
      if (!part->tree) continue;
      walk(part->tree->root(), [&](NodeKind kind, cmark_node* node, bool entering) {
        if (kind == NodeKind::heading && entering) unused(text_of(node));
        return kind != NodeKind::note;
      });
    }
    for (const auto& annex : report_.made_annexes()) annex_anchors_.push_back(unused(heading_of(annex)));
  }

  void contents() {
    out_ += "\n## " + markdown_line(report_.labels().document.contents) + "\n\n";
    for (const auto* part : report_.parts()) {
      contents_line(part->section->depth, part->name + part->section->title, anchors_.at(part->section->id));
    }
    for (std::size_t i = 0; i < annex_anchors_.size(); ++i) {
      contents_line(1, heading_of(report_.made_annexes()[i]), annex_anchors_[i]);
    }
  }

  static std::string heading_of(const MadeAnnex& annex) { return annex.name + std::string(annex.title); }

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
    if (text.plain) {
      out_ += "\n" + markdown_line(text.statement) + "\n";
      return;
    }
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
      approvals += (approvals.empty() ? "" : "; ") + approval.step + ": " + approval.by + ", " +
                   spell_short_date(report_.labels(), approval.on) + approval_note(report_, approval);
    }
    const std::string revisions = spell_number(report_.labels(), static_cast<std::uint64_t>(line.revisions));
    out_ += "|";
    const std::string saved = spell_short_date(report_.labels(), line.last_saved_on);
    for (const auto& cell : {number + line.section_title, line.lead, others, revisions, saved, approvals}) {
      out_ += " " + markdown_line(cell) + " |";
    }
    out_ += '\n';
  }

  // The plan, or the assistance requested.
  void table_annex(const MadeAnnex& annex) {
    if (!annex.part.tree) return;
    out_ += "\n## " + markdown_line(heading_of(annex)) + "\n\n";
    text_.write_part(annex.part);
  }

  void signatures() {
    const auto& all = report_.document().signatures;
    if (all.empty()) return;
    const DocumentLabels& words = report_.labels().document;
    out_ += "\n## " + markdown_line(words.signatures) + "\n";
    for (const auto& who : all) {
      out_ += "\n**" + markdown_line(who) + "**\n\n";
      for (const auto& line : {words.signed_name, words.signature, words.signed_on})
        out_ += "- " + markdown_line(line) + ": \\_\\_\\_\\_\\_\\_\\_\\_\n";
    }
  }

  std::string out_;
  Report report_;
  MarkdownText text_;
  std::map<std::string, std::string> anchors_;  // of the sections' headings, by section
  std::vector<std::string> annex_anchors_;      // of those that are made, in their order
};

}  // namespace

std::string to_markdown(const Document& document) { return MarkdownReport(document).write(); }

}  // namespace documents
