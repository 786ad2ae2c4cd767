// Long numbers as people read them.
#pragma once

#include <string>
#include <string_view>

namespace documents {

// "1234567" -> "1,234,567". digits: of a whole number. mark: what stands between two groups.
std::string in_groups(std::string_view digits, std::string_view mark);

}  // namespace documents
