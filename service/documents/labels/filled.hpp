// Words with places in them, which each language puts where it needs them.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace documents {

// filled("Page {page} of {pages}", {{"page", "3"}, {"pages", "40"}}) -> "Page 3 of 40". What is put in is not looked
// at for places again; a place that nothing is given for stays as it is.
std::string filled(std::string_view pattern,
                   std::initializer_list<std::pair<std::string_view, std::string_view>> values);

}  // namespace documents
