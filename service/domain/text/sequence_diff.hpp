// The shortest edit between two sequences, by Myers' O(ND) algorithm, with a bound on the work.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace domain {

enum class Edit { keep, remove, insert };

// Edits in order; keep and remove take the next item of `from`, insert the next one of `to`. Where the sequences differ
// in more than `most` places the middle that differs is removed and inserted as a whole.
std::vector<Edit> diff_sequences(const std::vector<std::string_view>& from, const std::vector<std::string_view>& to,
                                 std::size_t most = 2000);

}  // namespace domain
