#include "documents/text/word_joins.hpp"

#include <string>
#include <utility>

namespace documents {
namespace {

using Json = nlohmann::json;

std::string type_of(const Json& node) {
  const auto type = node.is_object() ? node.find("t") : node.end();
  return type != node.end() && type->is_string() ? type->get<std::string>() : "";
}

// [attributes, alignment, rows, columns, blocks]
bool is_cell(const Json& node) {
  return node.is_array() && node.size() == 5 && type_of(node[1]).starts_with("Align") && node[4].is_array();
}

bool is_deleted_end(const Json& inline_node) {
  if (type_of(inline_node) != "Span") return false;
  for (const Json& kind : inline_node.at("c").at(0).at(1)) {
    if (kind.get<std::string>() == "paragraph-deletion") return true;
  }
  return false;
}

class Joiner {
 public:
  void visit(Json& node) {
    if (is_cell(node)) return visit_apart(node[4]);
    if (node.is_array()) {
      for (Json& one : node) visit(one);
      return;
    }
    const std::string type = type_of(node);
    if (type.empty() || !node.contains("c")) return;
    Json& content = node.at("c");
    if (type == "Note") return visit_apart(content);
    if (type == "Para" || type == "Plain") return paragraph(content);
    if (type == "Header") return paragraph(content.at(2));
    if (type == "Table" || type == "HorizontalRule" || type == "CodeBlock") before_ = nullptr;
    visit(content);
  }

 private:
  void visit_apart(Json& blocks) {
    Json* const before = std::exchange(before_, nullptr);
    visit(blocks);
    before_ = before;
  }

  void paragraph(Json& inlines) {
    for (Json& one : inlines) visit_notes(one);
    const bool goes_on = !inlines.empty() && is_deleted_end(inlines.back());
    Json* whole = before_ == nullptr ? &inlines : before_;
    if (before_ != nullptr) {
      before_->push_back({{"t", "Space"}});  // stood at one of the ends; a space too many is none
      for (Json& one : inlines) before_->push_back(std::move(one));
      inlines = Json::array();
    }
    before_ = goes_on ? whole : nullptr;
  }

  void visit_notes(Json& node) {
    if (node.is_array()) {
      for (Json& one : node) visit_notes(one);
      return;
    }
    if (type_of(node) == "Note") return visit(node);
    if (node.is_object() && node.contains("c")) visit_notes(node.at("c"));
  }

  Json* before_ = nullptr;  // the inside of a paragraph whose end was deleted
};

}  // namespace

void join_deleted_ends(Json& blocks) { Joiner().visit(blocks); }

}  // namespace documents
