#include "documents/translation/xliff_reader.hpp"

#include <algorithm>
#include <charconv>
#include <pugixml.hpp>
#include <set>
#include <string_view>

#include "documents/file/foreign_xml.hpp"
#include "documents/file/well_formed.hpp"
#include "documents/text/characters.hpp"
#include "documents/text/markdown_escape.hpp"
#include "documents/text/text_check.hpp"
#include "domain/basis/error.hpp"

namespace documents {
namespace {

using domain::Message;
using domain::say;

constexpr std::string_view kNamespace = "urn:oasis:names:tc:xliff:document:2.0";
constexpr std::size_t kMostFiles = 2000;

[[noreturn]] void refuse(const Message& message) {
  throw domain::Error(domain::ErrorCode::invalid, "invalid_xliff", message);
}

// A file of the largest size that is taken has far fewer; each costs memory.
void check_tags(const std::string& xml) {
  constexpr std::ptrdiff_t kMostTags = 1'000'000;
  if (std::ranges::count(xml, '<') <= kMostTags) return;
  refuse(
      say("The file has more than 1,000,000 tags. Fetch one with fewer sections (sections=...) and send these by "
          "themselves."));
}

// An id is told in messages, so it has an end.
std::string id_of(const pugi::xml_node& node, const char* attribute) {
  constexpr std::size_t kLongest = 100;
  std::string id = node.attribute(attribute).value();
  if (id.size() > kLongest) refuse(say("The file has an id of more than 100 characters."));
  return id;
}

// Reads elements of the standard's own namespace, whatever prefix it has in this file.
class Reader {
 public:
  explicit Reader(const pugi::xml_node& root) : root_(root) {
    const std::string_view name = root.name();
    const auto colon = name.find(':');
    prefix_ = colon == std::string_view::npos ? "" : std::string(name.substr(0, colon + 1));
    const std::string declared = prefix_.empty() ? "xmlns" : "xmlns:" + prefix_.substr(0, prefix_.size() - 1);
    if (local_name(root) != "xliff") refuse(say("The file is not XLIFF: its outermost element is not <xliff>."));
    const std::string_view version = root.attribute("version").value();
    if ((version != "2.0" && version != "2.1") || root.attribute(declared.c_str()).value() != kNamespace) {
      refuse(say("The file is not XLIFF 2.0. Have your tool save it as XLIFF 2.0, the way it was given out."));
    }
  }

  XliffContent read() const {
    XliffContent content{root_.attribute("srcLang").value(), root_.attribute("trgLang").value(), {}};
    if (content.source_language.empty() || content.target_language.empty()) {
      refuse(say("The file does not say from which language into which (srcLang, trgLang)."));
    }
    std::set<std::string> ids;
    for (const auto& node : root_.children()) {
      if (local_name(node) != "file") continue;
      if (content.files.size() == kMostFiles) refuse(say("The file has more than 2,000 parts (<file>)."));
      content.files.push_back(read_file(node));
      if (!ids.insert(content.files.back().id).second) {
        refuse(say("The file has two parts with the id '{0}'.", content.files.back().id));
      }
    }
    if (content.files.empty()) refuse(say("The file is empty: there is no <file> in it."));
    return content;
  }

 private:
  // Empty for elements of other namespaces, and for what is no element.
  std::string_view local_name(const pugi::xml_node& node) const {
    if (node.type() != pugi::node_element) return {};
    std::string_view name = node.name();
    if (!name.starts_with(prefix_)) return {};
    name.remove_prefix(prefix_.size());
    return name.find(':') == std::string_view::npos ? name : std::string_view{};
  }

  XliffReadFile read_file(const pugi::xml_node& node) const {
    XliffReadFile file{id_of(node, "id"), node.attribute("original").value(), {}};
    read_units(node, file);
    std::set<std::string_view> ids;
    for (const auto& unit : file.units) {
      if (!ids.insert(unit.id).second) refuse(say("Part '{0}' has two units with the id '{1}'.", file.id, unit.id));
    }
    return file;
  }

  void read_units(const pugi::xml_node& parent, XliffReadFile& file) const {
    for (const auto& node : parent.children()) {
      if (local_name(node) == "group") read_units(node, file);
      if (local_name(node) == "unit") file.units.push_back(read_unit(node));
    }
  }

  XliffReadUnit read_unit(const pugi::xml_node& node) const {
    XliffReadUnit unit{id_of(node, "id"), {}, XliffParts{}, false, {}};
    unsigned place = 0;
    for (const auto& child : node.children()) {
      const auto name = local_name(child);
      if (name == "segment" || name == "ignorable") read_segment(child, unit, ++place);
    }
    if (unit.target && plain_text(*unit.target).empty()) unit.target.reset();
    return unit;
  }

  // What stands between segments, or says nothing, is the same in every language where no target is given.
  void read_segment(const pugi::xml_node& node, XliffReadUnit& unit, unsigned place) const {
    pugi::xml_node source;
    pugi::xml_node target;
    for (const auto& child : node.children()) {
      if (local_name(child) == "source") source = child;
      if (local_name(child) == "target") target = child;
    }
    const std::string_view state = node.attribute("state").value();
    const bool segment = local_name(node) == "segment";
    if (segment && (state.empty() || state == "initial")) unit.initial = true;
    if (target.attribute("order").as_uint(place) != place)
      unit.fault = say("its segments were put into another order, which cannot be read here");
    XliffParts from;
    XliffParts into;
    read_parts(source, from, unit.fault);
    read_parts(target, into, unit.fault);
    unit.source.insert(unit.source.end(), from.begin(), from.end());
    const bool empty = plain_text(into).empty();
    if (empty && segment && !plain_text(from).empty()) return unit.target.reset();
    if (!unit.target) return;
    const XliffParts& taken = empty ? from : into;
    unit.target->insert(unit.target->end(), taken.begin(), taken.end());
  }

  void read_parts(const pugi::xml_node& parent, XliffParts& parts, Message& fault) const {
    for (const auto& node : parent.children()) {
      if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
        parts.push_back({PartKind::text, node.value()});
        continue;
      }
      const auto name = local_name(node);
      if (name == "ph") parts.push_back({PartKind::single, id_of(node, "id")});
      if (name == "sc") parts.push_back({PartKind::open, id_of(node, "id")});
      if (name == "ec") parts.push_back({PartKind::close, id_of(node, node.attribute("startRef") ? "startRef" : "id")});
      if (name == "mrk") read_parts(node, parts, fault);
      if (name == "cp") fault = say("it contains a character that a text may not have");
      if (name != "pc") continue;
      parts.push_back({PartKind::open, id_of(node, "id")});
      read_parts(node, parts, fault);
      parts.push_back({PartKind::close, id_of(node, "id")});
    }
  }

  pugi::xml_node root_;
  std::string prefix_;
};

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// Holds the codes of a target against those of the unit.
class Fitting {
 public:
  explicit Fitting(const TextUnit& unit) : unit_(unit), used_(unit.codes.size()) {}

  Target fit(const XliffParts& parts) {
    for (const auto& part : parts) {
      if (part.kind == PartKind::text) {
        text(plain_breaks(part.text, Breaks::spaces));
      } else {
        code(part);
      }
    }
    trim();
    for (const auto& part : target_.parts) {
      if (const Message what = refused_character(part.text); !what.empty()) complain(say("it contains {0}", what));
    }
    if (!open_.empty()) complain(say("the markup that begins with the code {0} does not end", name(open_.back())));
    for (std::size_t i = 0; i < used_.size(); ++i) {
      if (!used_[i]) complain(say("the code {0} is missing", name(i)));
    }
    return std::move(target_);
  }

 private:
  std::string name(std::size_t code) const {
    return "'" + std::to_string(code + 1) + "' (" + unit_.codes.at(code).begin + unit_.codes.at(code).end + ")";
  }

  void complain(const Message& what) {
    if (target_.fault.empty()) target_.fault = what;
  }

  void text(std::string_view text) {
    if (target_.parts.empty() || target_.parts.back().kind != PartKind::text) {
      target_.parts.push_back({PartKind::text, "", 0});
    }
    for (const char c : text) target_.parts.back().text += is_space(c) ? ' ' : c;
  }

  void code(const XliffPart& part) {
    std::size_t number = 0;
    const char* end = part.text.data() + part.text.size();
    const auto [rest, error] = std::from_chars(part.text.data(), end, number);
    if (error != std::errc() || rest != end || number == 0 || number > unit_.codes.size()) {
      return complain(say("the source has no code '{0}'", part.text));
    }
    --number;
    const bool pair = part.kind != PartKind::single;
    if (pair != unit_.codes[number].pair)
      return complain(say("the code {0} is of another kind in the source", name(number)));
    if (part.kind == PartKind::close) {
      if (open_.empty() || open_.back() != number)
        return complain(say("the code {0} overlaps another one", name(number)));
      open_.pop_back();
    } else {
      if (used_[number]) return complain(say("the code {0} is there twice", name(number)));
      used_[number] = true;
      if (pair) open_.push_back(number);
    }
    target_.parts.push_back({part.kind, "", number});
  }

  void trim() {
    auto& parts = target_.parts;
    if (!parts.empty() && parts.front().kind == PartKind::text) {
      std::string& first = parts.front().text;
      first.erase(0, first.find_first_not_of(' '));
      if (first.empty()) parts.erase(parts.begin());
    }
    if (!parts.empty() && parts.back().kind == PartKind::text) {
      std::string& last = parts.back().text;
      last.erase(last.find_last_not_of(' ') + 1);
      if (last.empty()) parts.pop_back();
    }
    std::erase_if(parts, [](const UnitPart& part) { return part.kind == PartKind::text && part.text.empty(); });
  }

  const TextUnit& unit_;
  std::vector<bool> used_;
  std::vector<std::size_t> open_;
  Target target_;
};

}  // namespace

XliffContent read_xliff(const std::string& xml) {
  check_tags(xml);
  const auto document = read_foreign_xml(xml, say("The file"), true);
  require_well_formed(xml, say("The file"));
  return Reader(document.document_element()).read();
}

Target fit_target(const XliffParts& parts, const TextUnit& unit) { return Fitting(unit).fit(parts); }

std::string plain_text(const XliffParts& parts) {
  std::string text;
  for (const auto& part : parts) {
    // A code counts as a mark, so that a unit of nothing else is not empty.
    if (part.kind == PartKind::single) text += '\x1A';
    if (part.kind != PartKind::text) continue;
    for (const char c : part.text) {
      if (!is_space(c)) {
        text += c;
      } else if (!text.empty() && text.back() != ' ') {
        text += ' ';
      }
    }
  }
  while (text.ends_with(' ')) text.pop_back();
  return shows_nothing(text) ? "" : text;
}

}  // namespace documents
