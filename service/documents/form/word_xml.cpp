#include "documents/form/word_xml.hpp"

#include <algorithm>
#include <array>
#include <sstream>
#include <string_view>

#include "documents/file/foreign_xml.hpp"
#include "documents/form/word_nodes.hpp"
#include "documents/text/bare_letters.hpp"
#include "documents/text/excerpt.hpp"

namespace documents {
namespace {

constexpr std::array<std::string_view, 4> kWrappers{"fldSimple", "smartTag", "customXml", "sdt"};
constexpr std::array<std::string_view, 5> kOfWrappers{"fldData", "smartTagPr", "customXmlPr", "sdtPr", "sdtEndPr"};
constexpr std::size_t kNear = 20'000;     // bytes, in which a run is looked for first
constexpr int kMostElsewhere = 500;       // runs that are looked for in all of a section
constexpr std::size_t kMostLetters = 80;  // of what is told

// Moves what a wrapper holds before it; gives the first of that, or what stood behind.
pugi::xml_node unwrap_one(pugi::xml_node parent, pugi::xml_node wrapper) {
  pugi::xml_node first;
  for (pugi::xml_node child = wrapper.first_child(); child;) {
    const pugi::xml_node next = child.next_sibling();
    if (!is_one_of(kOfWrappers, child)) {
      const pugi::xml_node moved = parent.insert_move_before(child, wrapper);
      if (!first) first = moved;
    }
    child = next;
  }
  const pugi::xml_node behind = wrapper.next_sibling();
  parent.remove_child(wrapper);
  return first ? first : behind;
}

void add_widths(pugi::xml_node grid) {
  for (auto column : grid) {
    if (word_attribute(column, "w").empty()) column.append_attribute("w:w") = "2000";
  }
}

// pandoc reads no cell of a table that has no grid, or columns there of no width.
void add_grid(pugi::xml_node table) {
  std::size_t columns = 0;
  for (const auto& row : table) {
    if (local_name(row) == "tblGrid") return add_widths(row);
    const auto cells = std::ranges::count_if(row, [](const auto& cell) { return local_name(cell) == "tc"; });
    columns = std::max(columns, static_cast<std::size_t>(cells));
  }
  const std::string prefix(std::string_view(table.name()).substr(0, std::string_view(table.name()).find(':') + 1));
  const auto properties = table.child((prefix + "tblPr").c_str());
  auto grid = properties ? table.insert_child_after((prefix + "tblGrid").c_str(), properties)
                         : table.prepend_child((prefix + "tblGrid").c_str());
  for (std::size_t i = 0; i < columns; ++i)
    grid.append_child((prefix + "gridCol").c_str()).append_attribute((prefix + "w").c_str()) = "2000";
}

void unwrap(pugi::xml_node node) {
  for (pugi::xml_node child = node.first_child(); child;) {
    if (is_one_of(kWrappers, child) || local_name(child) == "sdtContent") {
      child = unwrap_one(node, child);
    } else {
      unwrap(child);
      child = child.next_sibling();
    }
  }
  if (local_name(node) == "tbl") add_grid(node);
}

bool may_need(const std::string& name, const std::string& xml) {
  const auto holds = [&](std::string_view word) { return xml.find(word) != std::string::npos; };
  return name.starts_with("word/") && name.ends_with(".xml") &&
         (std::ranges::any_of(kWrappers, holds) || holds("tbl>"));
}

void add_runs(std::vector<std::string>& runs, const pugi::xml_node& node) {
  for (const auto& child : node) {
    if (is_gone(child)) continue;
    if (local_name(child) == "t") {
      runs.emplace_back(child.text().get());
    } else {
      add_runs(runs, child);
    }
  }
}

}  // namespace

void unwrap_word(NamedFiles& parts) {
  for (auto& [name, xml] : parts) {
    if (!may_need(name, xml)) continue;
    auto document = read_foreign_xml(xml, domain::say("The part '{0}' of the file", name), true);
    unwrap(document);
    std::ostringstream out;
    document.save(out, "", pugi::format_raw, pugi::encoding_utf8);
    xml = out.str();
  }
}

std::vector<std::string> runs_of(const pugi::xml_node& document) {
  std::vector<std::string> runs;
  add_runs(runs, document);
  return runs;
}

std::string first_lost(const std::vector<std::string>& runs, const std::string& read) {
  const std::string letters = bare_letters(read);
  std::size_t at = 0;  // behind the run that was found last
  int elsewhere = 0;
  for (const auto& run : runs) {
    const std::string wanted = bare_letters(run);
    if (wanted.empty()) continue;
    const auto near = std::string_view(letters).substr(at, kNear + wanted.size()).find(wanted);
    if (near != std::string_view::npos) {
      at += near + wanted.size();
      continue;
    }
    if (++elsewhere > kMostElsewhere) return "";
    const auto found = letters.find(wanted);
    if (found == std::string::npos) return excerpt(run, kMostLetters);
    at = found + wanted.size();
  }
  return "";
}

}  // namespace documents
