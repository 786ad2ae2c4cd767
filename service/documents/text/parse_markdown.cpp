#include "documents/text/parse_markdown.hpp"

#include <cmark-gfm-core-extensions.h>

#include <stdexcept>

#include "domain/basis/heavy_work.hpp"

namespace documents {
namespace {

struct Extensions {
  cmark_syntax_extension* table = nullptr;
  cmark_syntax_extension* strikethrough = nullptr;

  Extensions() {
    cmark_gfm_core_extensions_ensure_registered();
    table = cmark_find_syntax_extension("table");
    strikethrough = cmark_find_syntax_extension("strikethrough");
    if (table == nullptr || strikethrough == nullptr) throw std::runtime_error("cmark-gfm lacks its extensions");
  }
};

const Extensions& extensions() {
  static const Extensions known;  // registered once, whichever thread comes first
  return known;
}

}  // namespace

Nodes parse_markdown(const std::string& markdown, ParseMemory& memory) {
  domain::note_heavy_work("Markdown");
  const Extensions& known = extensions();
  const ParseMemory::Use use(memory);
  try {
    auto* parser =
        cmark_parser_new_with_mem(CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE, ParseMemory::allocator());
    cmark_parser_attach_syntax_extension(parser, known.table);
    cmark_parser_attach_syntax_extension(parser, known.strikethrough);
    cmark_parser_feed(parser, markdown.data(), markdown.size());
    return Nodes(cmark_parser_finish(parser));
  } catch (const TooMuchMarkup&) {
    return nullptr;
  }
}

}  // namespace documents
