#include "documents/form/form.hpp"

#include <sstream>
#include <utility>
#include <vector>

#include "documents/file/zip_archive.hpp"
#include "documents/form/form_guard.hpp"
#include "documents/form/form_sections.hpp"
#include "documents/form/form_text.hpp"
#include "documents/labels/labels.hpp"
#include "documents/office/pandoc_language.hpp"
#include "documents/office/pandoc_tree.hpp"
#include "documents/report/spelled.hpp"
#include "documents/text/node_text.hpp"
#include "documents/text/syntax_tree.hpp"
#include "domain/basis/written_language.hpp"

namespace documents {

using pandoc::Json;

namespace {

constexpr const char* kMarkerStyle = "Form Marker";
constexpr const char* kPieceBegin = "piece";
constexpr const char* kPieceEnd = "end";

Json styled(const char* style, Json blocks) {
  return pandoc::block_of({.id = {}, .style = style, .language = {}}, std::move(blocks));
}

Json line(const char* style, std::string_view text) {
  return styled(style, Json::array({pandoc::paragraph(pandoc::words(text))}));
}

std::string row_to_read(cmark_node* row) {
  std::string text;
  for (auto* cell = cmark_node_first_child(row); cell != nullptr; cell = cmark_node_next(cell)) {
    text += (cell == cmark_node_first_child(row) ? "" : " | ") + text_of(cell);
  }
  return text;
}

// The words alone: a line for each paragraph, each row of a table and each line of code, the notes last.
std::vector<std::string> lines_to_read(const SyntaxTree& tree) {
  std::vector<std::string> lines;
  walk(tree.root(), [&](NodeKind kind, cmark_node* node, bool /*entering*/) {
    switch (kind) {
      case NodeKind::paragraph:
      case NodeKind::heading: {
        const bool in_list = kind_of(cmark_node_parent(node)) == NodeKind::item;
        lines.push_back((in_list ? "– " : "") + text_of(node));
        return false;
      }
      case NodeKind::header_row:
      case NodeKind::row:
        lines.push_back(row_to_read(node));
        return false;
      case NodeKind::code_block: {
        std::istringstream code(cmark_node_get_literal(node));
        for (std::string one; std::getline(code, one);) lines.push_back(one);
        return false;
      }
      default:
        return true;
    }
  });
  std::erase_if(lines, [](const std::string& one) { return is_blank(one); });
  return lines;
}

// A paragraph to write in where there is no text yet.
Json empty_paragraph(std::string_view language) {
  return pandoc::raw_block("openxml",
                           "<w:p><w:pPr><w:pStyle w:val=\"BodyText\"/>" + word_direction(language) + "</w:pPr></w:p>");
}

class FormTree {
 public:
  explicit FormTree(const Form& form) : form_(form), labels_(labels_for(form.language)), words_(labels_.form) {}

  Json write() {
    blocks_.push_back(line("Form Instruction Heading", words_.how));
    for (std::size_t i = 0; i < words_.rules.size(); ++i)
      blocks_.push_back(line("Form Instruction", std::to_string(i + 1) + ". " + words_.rules.at(i)));
    if (form_.entries.empty()) blocks_.push_back(line("Form Instruction", words_.nothing_to_write));
    if (!form_.not_here.empty()) blocks_.push_back(line("Form Instruction Heading", words_.not_here));
    for (const auto& section : form_.not_here) blocks_.push_back(line("Form Instruction", section));
    for (const auto& entry : form_.entries) add(entry);
    return std::move(blocks_);
  }

  Json meta() const {
    const auto inlines = [](std::string_view text) { return pandoc::element("MetaInlines", pandoc::words(text)); };
    Json meta{{"title", inlines(labelled(labels_, words_.title, form_.agency_title))},
              {"subtitle", inlines(form_.report_title)},
              {"lang", pandoc::element("MetaString", form_.language)}};
    if (domain::runs_from_right(form_.language)) meta["dir"] = pandoc::element("MetaString", "rtl");
    return meta;
  }

 private:
  void add(const FormEntry& entry) {
    blocks_.push_back(pandoc::heading(1, "", pandoc::words(entry.number + " " + entry.title)));
    blocks_.push_back(line("Form Facts", facts(entry)));
    if (!entry.returned.empty()) {
      blocks_.push_back(line("Form Returned", labelled(labels_, words_.returned, entry.returned)));
    }
    if (!entry.reopened.empty()) {
      blocks_.push_back(line("Form Returned", labelled(labels_, words_.reopened, entry.reopened)));
    }
    if (!entry.guidance.empty()) blocks_.push_back(line("Form Guidance", entry.guidance));
    if (!entry.source.empty()) add_source(entry);
    add_marker(spell_begin(entry.marker), entry.begin_seal);
    const SyntaxTree tree(entry.markdown);
    Json text = FormText(tree).blocks_inside(tree.root());
    if (text.empty()) text.push_back(empty_paragraph(form_.language));
    pandoc::append(blocks_, std::move(text));
    add_marker(spell_end(entry.marker), entry.end_seal);
  }

  // The bookmark goes over all of the line, so that it is moved along with it.
  void add_marker(const std::string& words, const std::string& seal) {
    const std::string number = "w:id=\"" + std::to_string(next_bookmark_++) + "\"";
    blocks_.push_back(
        pandoc::raw_block("openxml", "<w:p><w:pPr><w:pStyle w:val=\"FormMarker\"/></w:pPr><w:bookmarkStart " + number +
                                         " w:name=\"" + pandoc::xml(seal) + "\"/><w:r><w:t xml:space=\"preserve\">" +
                                         pandoc::xml(words) + "</w:t></w:r></w:p><w:bookmarkEnd " + number + "/>"));
  }

  // It is there to be read only.
  void add_source(const FormEntry& entry) {
    const std::string from = std::to_string(entry.marker.source_revision);
    const std::string now = std::to_string(entry.source_revision);
    if (from != now)
      blocks_.push_back(
          line("Form Returned", labelled(labels_, words_.stale, from + " " + arrow(labels_) + " " + now)));
    blocks_.push_back(line("Form Facts", words_.source + " " + now));
    const SyntaxTree tree(entry.source);
    for (const auto& one : lines_to_read(tree)) blocks_.push_back(line(kSourceStyle, one));
  }

  std::string facts(const FormEntry& entry) const {
    std::string text = labelled(labels_, labels_.document.lead, entry.lead);
    text += " · " + labelled(labels_, words_.due, spell_date(labels_, entry.due_on));
    if (entry.overdue) text += " (" + words_.overdue + ")";
    text += " · " + labelled(labels_, labels_.document.state, state_label(labels_, entry.state));
    text += " · " + labelled(labels_, labels_.document.words, spell_number(labels_, entry.words));
    if (entry.limit == 0) return text;
    return text + " · " + labelled(labels_, words_.limit, spell_number(labels_, entry.limit)) + " " + words_.words;
  }

  const Form& form_;
  const Labels& labels_;
  const FormLabels& words_;
  Json blocks_ = Json::array();
  int next_bookmark_ = 900'000;  // behind those that pandoc sets
};

Conversion word_conversion(Json blocks, Json meta, const std::string& version, const DataFiles& data) {
  guard_brackets(blocks);
  guard_brackets(meta);
  const Json tree{
      {"pandoc-api-version", pandoc_types_of(version)}, {"meta", std::move(meta)}, {"blocks", std::move(blocks)}};
  Conversion conversion;
  conversion.program = Program::pandoc;
  conversion.output = "form.docx";
  conversion.files["form.json"] = tree.dump(-1, ' ', false, Json::error_handler_t::replace);
  conversion.files["reference.docx"] = data("db/documents/form.docx");
  conversion.environment = {"LANG=C.UTF-8", "SOURCE_DATE_EPOCH=0"};
  conversion.arguments = {"--from=json", "--to=docx", "--reference-doc=reference.docx", "--output=form.docx",
                          "form.json"};
  return conversion;
}

// A Word file of one word.
std::string cut_file(const std::string& word) {
  const std::string office = "http://schemas.openxmlformats.org/";
  return make_archive(
      {{"[Content_Types].xml", "<Types xmlns=\"" + office +
                                   "package/2006/content-types\"><Override PartName=\"/word/document.xml\" "
                                   "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml."
                                   "document.main+xml\"/></Types>"},
       {"_rels/.rels", "<Relationships xmlns=\"" + office +
                           "package/2006/relationships\"><Relationship Id=\"r\" Type=\"" + office +
                           "officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>"
                           "</Relationships>"},
       {"word/document.xml", "<w:document xmlns:w=\"" + office +
                                 "wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>" + word +
                                 "</w:t></w:r></w:p></w:body></w:document>"}});
}

}  // namespace

Conversion form_conversion(const Form& form, const std::string& version, const DataFiles& data) {
  FormTree tree(form);
  Json meta = tree.meta();
  Conversion conversion = word_conversion(tree.write(), std::move(meta), version, data);
  conversion.environment.back() = "SOURCE_DATE_EPOCH=" + std::to_string(form.as_of / 1000);
  return conversion;
}

Conversion pieces_conversion(const std::vector<const MarkdownPieces*>& texts, const std::string& version,
                             const DataFiles& data) {
  Json blocks = Json::array();
  for (const auto* one : texts) {
    FormText text(one->tree());
    for (const auto& piece : one->pieces()) {
      blocks.push_back(line(kMarkerStyle, kPieceBegin));
      for (auto* node : piece.nodes) text.add_block(blocks, node);
      blocks.push_back(line(kMarkerStyle, kPieceEnd));
    }
  }
  return word_conversion(std::move(blocks), Json::object(), version, data);
}

// The lines with markers are known by their style, which nothing in a text can have.
std::vector<std::vector<std::vector<RichBlock>>> read_pieces(const std::vector<const MarkdownPieces*>& texts,
                                                             std::vector<WordBlock> blocks) {
  std::vector<std::vector<RichBlock>> read;
  for (auto& one : blocks) {
    if (one.style != kMarkerStyle) {
      if (!read.empty()) add_block(read.back(), std::move(one.block));
    } else if (letters_of(one.block.line) != kPieceEnd) {
      read.emplace_back();
    }
  }
  std::vector<std::vector<std::vector<RichBlock>>> by_text;
  auto next = read.begin();
  for (const auto* text : texts) {
    auto& pieces = by_text.emplace_back();
    for (std::size_t i = 0; i < text->pieces().size() && next != read.end(); ++i) pieces.push_back(std::move(*next++));
    pieces.resize(text->pieces().size());
  }
  return by_text;
}

Conversion reading_conversion(const std::vector<std::string>& files, const std::string& cut) {
  Conversion conversion;
  conversion.program = Program::pandoc;
  conversion.output = "form.json";
  conversion.files["cut.docx"] = cut_file(cut);
  conversion.environment = {"LANG=C.UTF-8"};
  conversion.arguments = {"--from=docx+styles", "--to=json", "--track-changes=all", "--output=form.json"};
  for (std::size_t i = 0; i < files.size(); ++i) {
    const std::string name = std::to_string(i) + ".docx";
    conversion.files[name] = files[i];
    conversion.arguments.push_back(name);
    conversion.arguments.emplace_back("cut.docx");
  }
  return conversion;
}

}  // namespace documents
