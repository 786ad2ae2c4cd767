// What tasks wait for.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "domain/preparation/task.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {

// Something that is not there yet.
struct Waited {
  std::string_view kind;  // task, section, stage
  std::string key;        // "3", "obj-07", "collect"
};

// Looks at a report once, for any number of its tasks.
class Waiting {
 public:
  // The report has to stay as long.
  Waiting(const Read& context, const OpenReport& report);

  // Tasks of its own that are neither done nor dropped, a section that is not approved, a stage whose last day has not
  // passed.
  std::vector<Waited> of(const domain::Task& task) const;

 private:
  const OpenReport& report_;
  std::set<std::int64_t> running_;
  std::map<std::string, domain::State> sections_;
};

}  // namespace usecases
