#include "documents/translation/xliff_writer.hpp"

#include <string_view>

#include "documents/text/html_escape.hpp"

namespace documents {
namespace {

constexpr std::string_view kHead =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" xmlns:gls=\"urn:oasis:names:tc:xliff:glossary:2.0\" "
    "version=\"2.0\"";

std::string_view type_of(UnitKind kind) {
  switch (kind) {
    case UnitKind::heading:
      return "nr:heading";
    case UnitKind::item:
      return "nr:list-item";
    case UnitKind::cell:
      return "nr:table-cell";
    case UnitKind::note:
      return "nr:footnote";
    case UnitKind::caption:
      return "nr:caption";
    default:
      return "nr:paragraph";
  }
}

// The standard's type and subtype of a code.
std::string_view type_of(NodeKind kind) {
  switch (kind) {
    case NodeKind::strong:
      return "type=\"fmt\" subType=\"xlf:b\"";
    case NodeKind::emphasis:
      return "type=\"fmt\" subType=\"xlf:i\"";
    case NodeKind::strikethrough:
      return "type=\"fmt\" subType=\"nr:strikethrough\"";
    case NodeKind::line_break:
      return "type=\"fmt\" subType=\"xlf:lb\"";
    case NodeKind::link:
      return "type=\"link\"";
    case NodeKind::picture:
      return "type=\"image\"";
    case NodeKind::note_reference:
      return "type=\"other\" subType=\"nr:footnote\"";
    default:
      return "type=\"other\" subType=\"nr:code\"";
  }
}

class Writer {
 public:
  std::string write(const std::string& source, const std::string& target, const std::vector<XliffFile>& files) {
    out_ = kHead;
    attribute("srcLang", source);
    attribute("trgLang", target);
    out_ += ">\n";
    for (const auto& one : files) file(one);
    out_ += "</xliff>\n";
    return std::move(out_);
  }

 private:
  void attribute(std::string_view name, std::string_view value) {
    out_.append(" ").append(name).append("=\"").append(escaped(value)).append("\"");
  }

  void element(std::string_view indent, std::string_view name, std::string_view text) {
    out_.append(indent).append("<").append(name).append(">").append(escaped(text));
    out_.append("</").append(name).append(">\n");
  }

  void file(const XliffFile& file) {
    out_ += "  <file";
    attribute("id", file.id);
    attribute("original", file.original);
    out_ += " canResegment=\"no\" xml:space=\"preserve\">\n";
    notes("    ", file.notes);
    for (std::size_t i = 0; i < file.units.size(); ++i) unit(file.units[i], i + 1);
    out_ += "  </file>\n";
  }

  void notes(std::string_view indent, const std::vector<XliffNote>& notes) {
    if (notes.empty()) return;
    out_.append(indent).append("<notes>\n");
    for (const auto& note : notes) {
      out_.append(indent).append("  <note");
      attribute("category", note.category);
      out_.append(">").append(escaped(note.text)).append("</note>\n");
    }
    out_.append(indent).append("</notes>\n");
  }

  void unit(const XliffUnit& unit, std::size_t number) {
    out_ += "    <unit";
    attribute("id", "u" + std::to_string(number));
    attribute("type", type_of(unit.unit->kind));
    out_ += ">\n";
    glossary(unit.terms);
    notes("      ", unit.notes);
    original_data(unit.unit->codes);
    out_ += "      <segment";
    attribute("state", unit.state);
    if (!unit.sub_state.empty()) attribute("subState", unit.sub_state);
    out_ += ">\n";
    content("source", *unit.unit, unit.unit->parts);
    if (unit.target) content("target", *unit.unit, *unit.target);
    out_ += "      </segment>\n    </unit>\n";
  }

  void glossary(const std::vector<XliffTerm>& terms) {
    if (terms.empty()) return;
    out_ += "      <gls:glossary>\n";
    for (const auto& term : terms) {
      out_ += "        <gls:glossEntry>\n";
      element("          ", "gls:term", term.term);
      element("          ", "gls:translation", term.translation);
      if (!term.definition.empty()) element("          ", "gls:definition", term.definition);
      out_ += "        </gls:glossEntry>\n";
    }
    out_ += "      </gls:glossary>\n";
  }

  // "b3" is the Markdown at the beginning of code 3, "e3" that at its end.
  void original_data(const std::vector<InlineCode>& codes) {
    if (codes.empty()) return;
    out_ += "      <originalData>\n";
    for (std::size_t i = 0; i < codes.size(); ++i) {
      data("b" + std::to_string(i + 1), codes[i].begin);
      if (codes[i].pair) data("e" + std::to_string(i + 1), codes[i].end);
    }
    out_ += "      </originalData>\n";
  }

  void data(const std::string& id, const std::string& text) {
    out_ += "        <data";
    attribute("id", id);
    out_.append(">").append(escaped(text)).append("</data>\n");
  }

  void content(std::string_view name, const TextUnit& unit, const UnitParts& parts) {
    out_.append("        <").append(name).append(">");
    for (const auto& part : parts) {
      if (part.kind == PartKind::text) out_ += escaped(part.text);
      if (part.kind == PartKind::close) out_ += "</pc>";
      if (part.kind == PartKind::open || part.kind == PartKind::single) code(unit, part);
    }
    out_.append("</").append(name).append(">\n");
  }

  void code(const TextUnit& unit, const UnitPart& part) {
    const InlineCode& code = unit.codes.at(part.code);
    const std::string number = std::to_string(part.code + 1);
    out_.append(code.pair ? "<pc" : "<ph");
    attribute("id", number);
    out_.append(" ").append(type_of(code.kind));
    attribute(code.pair ? "dataRefStart" : "dataRef", "b" + number);
    if (code.pair) attribute("dataRefEnd", "e" + number);
    if (!code.pair) attribute("disp", code.begin);
    out_.append(" canCopy=\"no\" canDelete=\"no\"").append(code.pair ? ">" : "/>");
  }

  std::string out_;
};

}  // namespace

std::string write_xliff(const std::string& source_language, const std::string& target_language,
                        const std::vector<XliffFile>& files) {
  return Writer().write(source_language, target_language, files);
}

}  // namespace documents
