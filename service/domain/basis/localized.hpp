// A text in several languages: BCP 47 tag -> text, e.g. {"en": "Foreword", "tk": "Sözbaşy"}.
#pragma once

#include <map>
#include <string>

namespace domain {

using LocalizedText = std::map<std::string, std::string>;

}  // namespace domain
