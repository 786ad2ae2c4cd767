// New pages, and pages turned for what is wide.
#pragma once

#include <pugixml.hpp>

#include "documents/office/pandoc.hpp"
#include "documents/office/pandoc_tree.hpp"
#include "documents/report/report.hpp"

namespace documents {

enum class Pages { upright, wide };

class OfficePages {
 public:
  OfficePages(const Report& report, OfficeFormat format) : report_(report), format_(format) {}

  // Blocks: what follows begins a page of this kind.
  pandoc::Json next(Pages kind);
  // Blocks: the document ends here.
  pandoc::Json end() const;

 private:
  pandoc::Json break_of(Pages kind) const;

  const Report& report_;
  OfficeFormat format_;
  Pages now_ = Pages::upright;
};

// DOCX, when pandoc is done: the pages of the body are those of the reference document. Sections before it get their
// size, turned where they are wide, and the first one its header and footer, which those behind take over.
void mend_pages(pugi::xml_node body);

}  // namespace documents
