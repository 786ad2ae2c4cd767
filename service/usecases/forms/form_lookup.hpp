// Which text each section of a form that came back was made from, and whether its sender may write it.
#pragma once

#include <string>

#include "usecases/forms/forms.hpp"

namespace usecases {

// Each section of the file, in its order, and behind them those that the sender could write and that it does not hold.
// Error: forbidden, where the form is of an agency for which the caller does not write.
ReadForm look_up_form(const Read& context, const std::string& report, const documents::FormFile& file);

}  // namespace usecases
