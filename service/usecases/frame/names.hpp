// Names and titles in any script: one line of clean text in NFC.
#pragma once

#include <cstddef>
#include <string>

#include "domain/basis/localized.hpp"

namespace usecases {

constexpr std::size_t kLongestName = 500;  // characters, as the contract says of names and titles

// The name, normalised. Errors: invalid at the pointer.
std::string check_name(const std::string& name, const std::string& pointer, std::size_t longest = kLongestName);
domain::LocalizedText check_names(const domain::LocalizedText& names, const std::string& pointer);
// A reason or a note: several lines are allowed.
std::string check_remark(const std::string& remark, const std::string& pointer);

}  // namespace usecases
