// What is kept of a picture whose colours are not those that are kept.
#pragma once

#include <string>

#include "support/coloured_pictures.hpp"

// Takes the picture. What is kept is seen by every program, and left alone by a second cleaning; `change` is told.
support::Colour converted(const std::string& content, const std::string& change);

// off: of 255.
void check_near(const support::Colour& is, const support::Colour& wanted, int off = 3);
