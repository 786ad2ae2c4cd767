// What an element says about the language of its words.
#pragma once

#include <string>
#include <string_view>

namespace documents {

// " lang=\"ar\" dir=\"rtl\"" of the whole page; "ltr" goes without saying.
std::string page_language(std::string_view language);

// Of a part: empty where it is in the language around it; with the direction where that is the other one.
std::string part_language(std::string_view language, std::string_view around);

}  // namespace documents
