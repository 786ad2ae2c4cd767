// New pages, and pages turned for what is wide.
#pragma once

#include <optional>
#include <pugixml.hpp>

#include "documents/office/pandoc.hpp"
#include "documents/office/pandoc_tree.hpp"
#include "documents/report/report.hpp"

namespace documents {

enum class Pages { upright, wide };

class OfficePages {
 public:
  OfficePages(const Report& report, OfficeFormat format) : report_(report), format_(format) {}

  // The contents have begun the pages that have header and footer.
  void begun() { now_ = Pages::upright; }
  // Blocks: what follows begins another page as the title's.
  pandoc::Json of_title() const;
  // Blocks: what follows begins a page of this kind.
  pandoc::Json next(Pages kind);
  // Blocks: the document ends here.
  pandoc::Json end() const;

 private:
  pandoc::Json break_of(Pages kind) const;

  const Report& report_;
  OfficeFormat format_;
  std::optional<Pages> now_;  // none: still the title page
};

// DOCX, when pandoc is done: the pages of the body are those of the reference document. Sections before it get their
// size, turned where they are wide, and the first one its header and footer, which those behind take over.
void mend_pages(pugi::xml_node body);

}  // namespace documents
