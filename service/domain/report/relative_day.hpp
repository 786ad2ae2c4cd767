// Days counted from the forum's first day T, as a format writes them: "T", "T-36w", "T-3d", "T+4w".
#pragma once

#include <optional>
#include <string_view>

#include "domain/report/format.hpp"

namespace domain {

// Nothing where the text is no such day, or lies more than twenty years from T.
std::optional<RelativeDay> parse_relative_day(std::string_view text);

}  // namespace domain
