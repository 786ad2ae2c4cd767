// A part of a report: one section with those below it, or the sections that one agency leads.
#pragma once

#include <string>
#include <vector>

#include "documents/report/document.hpp"
#include "domain/report/format.hpp"
#include "domain/report/section.hpp"

namespace usecases {

struct Part {
  std::string section;
  std::string agency;

  bool is_whole() const { return section.empty() && agency.empty(); }
  // "section/obj-06", "agency/labour"; empty: the whole.
  std::string name() const;
};
Part part_named(const std::string& name);

// section, agency: as in a request, at their places there. Errors: invalid where both are given.
Part part_of(const std::string& section, const std::string& agency, const std::string& place);

// Errors: not_found where there is no such section, or the agency leads none.
void require_part(const Part& part, const domain::Format& format, const std::vector<domain::Section>& sections);

// Leaves the numbers of the whole in place. The headings above what is wanted are shown, their texts are not; who leads
// it signs.
void show_part(documents::Document& document, const Part& part, const domain::Format& format,
               const std::vector<domain::Section>& sections);

}  // namespace usecases
