// Equations of Office's own XML as lines of text.
#pragma once

#include <pugixml.hpp>
#include <string>

namespace documents {

// "x² = (a+b)/2": the same letters, in an order and with signs that say the same. equation: an element of it.
std::string line_of_equation(const pugi::xml_node& equation);

}  // namespace documents
