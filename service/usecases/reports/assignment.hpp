// Who writes a section, until when, and under which title: the coordinator's part.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "usecases/reports/sections.hpp"

namespace usecases {

struct SectionChange {
  std::optional<std::string> lead;  // empty: nobody
  std::optional<std::vector<std::string>> contributors;
  std::optional<std::optional<std::string>> due_on;  // set to nothing: the default again
  std::optional<std::string> due_reason;
  std::optional<domain::LocalizedText> title;  // an empty text removes the correction
};

SectionView update_section(const Write& context, const std::string& report, const std::string& section,
                           const SectionChange& change, const Expected& expected);

}  // namespace usecases
