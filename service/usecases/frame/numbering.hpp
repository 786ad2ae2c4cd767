// The numbers that headings carry in the document and in every answer: 1, 6.2.3, and A, B for annexes.
#pragma once

#include <map>
#include <string>

#include "domain/report/format.hpp"

namespace usecases {

// The number of one node. Errors: std::logic_error where the outline has no such node.
std::string number_of(const domain::Format& format, const std::string& key);
// All of them, by node key.
std::map<std::string, std::string> number_outline(const domain::Format& format);

}  // namespace usecases
