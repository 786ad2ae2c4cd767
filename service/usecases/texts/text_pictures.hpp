// The pictures that a text places, when it is saved.
#pragma once

#include <string>
#include <vector>

#include "store/report/pictures.hpp"
#include "usecases/texts/texts.hpp"

namespace usecases {

// A page holds a picture wherever the text places it. Errors: invalid, text_too_large.
void require_few_repetitions(const Read& context, const domain::Section& section,
                             const std::vector<domain::PlacedPicture>& placed);

// Fills what is missing, and what has no alternative text.
void judge_pictures(const Read& context, const domain::Section& section,
                    const std::vector<domain::PlacedPicture>& placed, SavedText& saved);

}  // namespace usecases
