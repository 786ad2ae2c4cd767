// The emblem of a report: part of its imprint, saved and taken away by itself.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "domain/report/imprint.hpp"
#include "usecases/frame/access.hpp"
#include "usecases/frame/picture_check.hpp"

namespace usecases {

constexpr std::size_t kLargestEmblem = std::size_t{1} << 20U;  // bytes

// Whether the caller may change it now; looked at before the picture itself, which takes time. expected: the emblem
// that is replaced; not given: there must be none. Errors: not_found, forbidden, stale.
void require_may_change_emblem(const Read& context, const std::string& report, const Expected& expected);

struct SavedEmblem {
  domain::Emblem emblem;
  std::vector<std::string> changes;  // what cleaning changed
  bool first = false;                // there was none
  bool unchanged = false;            // it has these very bytes; nothing was saved
};
// Errors: as require_may_change_emblem.
SavedEmblem save_emblem(const Write& context, const std::string& report, const Expected& expected,
                        const CheckedPicture& picture);
// It is kept for the report as of an earlier moment. Errors: as require_may_change_emblem.
void remove_emblem(const Write& context, const std::string& report, const Expected& expected);

// What it is called where it is a file: "emblem.svg".
std::string emblem_name(const domain::Emblem& emblem);

// For every participant. Errors: not_found.
domain::Emblem get_emblem(const Read& context, const std::string& report);
// Many readers of one share its bytes.
std::shared_ptr<const std::string> emblem_content(const Read& context, const std::string& report,
                                                  const domain::Emblem& emblem);

}  // namespace usecases
