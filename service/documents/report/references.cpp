// References within a report, [see](#table:permits) and [](#obj-07), put into words that stay right wherever things
// move.
#include <vector>

#include "documents/report/html_ids.hpp"
#include "documents/report/report.hpp"
#include "documents/report/spelled.hpp"
#include "documents/text/node_text.hpp"

namespace documents {
namespace {

constexpr std::string_view kNoBreakSpace = "\u00A0";

void append_text(cmark_node* link, const std::string& text) {
  cmark_node* node = new_node(CMARK_NODE_TEXT);
  cmark_node_set_literal(node, text.c_str());
  cmark_node_append_child(link, node);
}

void replace_text(cmark_node* link, const std::string& text) {
  while (auto* child = cmark_node_first_child(link)) {
    cmark_node_unlink(child);
    cmark_node_free(child);
  }
  append_text(link, text);
}

// A link between whose brackets nothing was written shows its address.
bool has_no_words(cmark_node* link) { return text_of(link) == cmark_node_get_url(link); }

std::vector<cmark_node*> links_within(cmark_node* root) {
  std::vector<cmark_node*> links;
  walk(root, [&](NodeKind kind, cmark_node* node, bool entering) {
    if (kind == NodeKind::link && entering && cmark_node_get_url(node)[0] == '#') links.push_back(node);
    return true;
  });
  return links;
}

// "Annex A. " -> "Annex A"
std::string without_end(std::string name) {
  name.erase(name.find_last_not_of(". ") + 1);
  return name;
}

}  // namespace

void Report::resolve_references(const ReportPart& part) {
  for (auto* link : links_within(part.tree->root())) resolve(part, link);
}

void Report::resolve(const ReportPart& part, cmark_node* link) {
  const std::string target = cmark_node_get_url(link);
  const std::string name = referred_name(target);
  if (name.empty()) {
    const ReportPart* section = find(std::string_view(target).substr(1));
    if (section != nullptr && has_no_words(link)) replace_text(link, without_end(section->name));
    return;
  }
  const bool bare = has_no_words(link);
  const Numbered* found = numbering_.named(part, name);
  if (found == nullptr) {
    const std::string missing =
        document_.draft ? "[" + labelled(labels_, labels_.document.reference_missing, name) + "]" : "";
    if (bare) return replace_text(link, missing.empty() ? name : missing);
    return missing.empty() ? void() : append_text(link, " " + missing);
  }
  if (bare) {
    replace_text(link, numbered_words(labels_, *found));
  } else {
    append_text(link, std::string(kNoBreakSpace) + std::to_string(found->number));
  }
  cmark_node_set_url(link, ("#" + numbered_id(*this, *found)).c_str());
}

}  // namespace documents
