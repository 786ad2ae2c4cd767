// The report for programs: the schema CompiledReport of the contract.
#pragma once

#include <string>

#include "render/document.hpp"

namespace render {

std::string to_json(const Document& document);

}  // namespace render
