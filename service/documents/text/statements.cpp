#include "documents/text/statements.hpp"

#include <algorithm>
#include <string_view>

#include "documents/text/node_text.hpp"
#include "documents/text/syntax_tree.hpp"

namespace documents {
namespace {

void append(std::string& text, const std::string& more, std::string_view between) {
  const auto first = more.find_first_not_of(" \t\n");
  if (first == std::string::npos) return;
  if (!text.empty()) text += between;
  text += more.substr(first, more.find_last_not_of(" \t\n") - first + 1);
}

// All paragraphs inside, those of inner lists too.
std::string text_of_item(cmark_node* item) {
  std::string text;
  walk(item, [&](NodeKind kind, cmark_node* part, bool entering) {
    if (kind != NodeKind::paragraph) return true;
    if (entering) append(text, text_of(part), " ");
    return false;
  });
  return text;
}

std::string text_of_row(cmark_node* row) {
  std::string text;
  for (auto* cell = cmark_node_first_child(row); cell != nullptr; cell = cmark_node_next(cell)) {
    append(text, text_of(cell), "; ");
  }
  return text;
}

// "**Table 2.** Planned pledges" right above a table.
bool is_caption(cmark_node* paragraph) {
  cmark_node* first = cmark_node_first_child(paragraph);
  return first != nullptr && kind_of(first) == NodeKind::strong;
}

bool introduces(cmark_node* paragraph, const std::string& text) {
  cmark_node* next = cmark_node_next(paragraph);
  if (next == nullptr) return false;
  if (kind_of(next) == NodeKind::table) return text.ends_with(':') || is_caption(paragraph);
  return kind_of(next) == NodeKind::list && text.ends_with(':');
}

class StatementReader {
 public:
  void read(cmark_node* parent) {
    for (auto* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node)) block(node);
  }
  std::vector<Statement> take() && { return std::move(statements_); }

 private:
  void block(cmark_node* node) {
    switch (kind_of(node)) {
      case NodeKind::paragraph:
        return paragraph(node);
      case NodeKind::item:
        return add(StatementKind::item, text_of_item(node));
      case NodeKind::row:
        return add(StatementKind::row, text_of_row(node));
      case NodeKind::list:
      case NodeKind::table:
      case NodeKind::quote:
        return read(node);
      default:
        return;
    }
  }

  void paragraph(cmark_node* node) {
    std::string text;
    append(text, text_of(node), "");
    if (!introduces(node, text)) add(StatementKind::paragraph, std::move(text));
  }

  void add(StatementKind kind, std::string text) {
    if (!text.empty()) statements_.push_back({kind, std::move(text)});
  }

  std::vector<Statement> statements_;
};

}  // namespace

std::vector<Statement> statements_of(const std::string& markdown) {
  const SyntaxTree tree(markdown);
  StatementReader reader;
  reader.read(tree.root());
  return std::move(reader).take();
}

bool are_aligned(const std::vector<Statement>& some, const std::vector<Statement>& others) {
  return std::ranges::equal(some, others, {}, &Statement::kind, &Statement::kind);
}

}  // namespace documents
