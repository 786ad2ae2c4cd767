// Which build of the program this is: other code, another id. What an older build made is not taken for this one's.
#pragma once

#include <string>

namespace usecases {

// Hexadecimal digits that the linker put into the program; empty where it put none.
std::string build_id();

}  // namespace usecases
