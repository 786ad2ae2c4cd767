#include "domain/basis/written_language.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "domain/basis/message.hpp"

namespace domain {
namespace {

using Usual = std::pair<std::string_view, std::string_view>;

// Of languages that are usually not written in Latin letters.
constexpr std::array kScripts{
    Usual{"ab", "Cyrl"},  Usual{"am", "Ethi"},  Usual{"ar", "Arab"},  Usual{"as", "Beng"}, Usual{"ba", "Cyrl"},
    Usual{"be", "Cyrl"},  Usual{"bg", "Cyrl"},  Usual{"bn", "Beng"},  Usual{"bo", "Tibt"}, Usual{"ce", "Cyrl"},
    Usual{"ckb", "Arab"}, Usual{"cv", "Cyrl"},  Usual{"dv", "Thaa"},  Usual{"dz", "Tibt"}, Usual{"el", "Grek"},
    Usual{"fa", "Arab"},  Usual{"gu", "Gujr"},  Usual{"he", "Hebr"},  Usual{"hi", "Deva"}, Usual{"hy", "Armn"},
    Usual{"ja", "Jpan"},  Usual{"ka", "Geor"},  Usual{"kk", "Cyrl"},  Usual{"km", "Khmr"}, Usual{"kn", "Knda"},
    Usual{"ko", "Kore"},  Usual{"ks", "Arab"},  Usual{"ky", "Cyrl"},  Usual{"lo", "Laoo"}, Usual{"mk", "Cyrl"},
    Usual{"ml", "Mlym"},  Usual{"mn", "Cyrl"},  Usual{"mr", "Deva"},  Usual{"my", "Mymr"}, Usual{"ne", "Deva"},
    Usual{"nqo", "Nkoo"}, Usual{"or", "Orya"},  Usual{"os", "Cyrl"},  Usual{"pa", "Guru"}, Usual{"prs", "Arab"},
    Usual{"ps", "Arab"},  Usual{"ru", "Cyrl"},  Usual{"sa", "Deva"},  Usual{"sd", "Arab"}, Usual{"si", "Sinh"},
    Usual{"sr", "Cyrl"},  Usual{"syr", "Syrc"}, Usual{"ta", "Taml"},  Usual{"te", "Telu"}, Usual{"tg", "Cyrl"},
    Usual{"th", "Thai"},  Usual{"ti", "Ethi"},  Usual{"tt", "Cyrl"},  Usual{"ug", "Arab"}, Usual{"uk", "Cyrl"},
    Usual{"ur", "Arab"},  Usual{"yi", "Hebr"},  Usual{"yue", "Hant"}, Usual{"zh", "Hans"}};

constexpr std::array<std::string_view, 8> kSet{"Latn", "Cyrl", "Grek", "Armn", "Geor", "Arab", "Hans", "Hant"};
constexpr std::array<std::string_view, 9> kFromTheRight{"Arab", "Hebr", "Thaa", "Syrc", "Nkoo",
                                                        "Adlm", "Rohg", "Samr", "Mand"};

bool is_one_of(std::string_view script, const auto& list) { return std::ranges::find(list, script) != list.end(); }

}  // namespace

std::string_view script_of(std::string_view language) {
  const auto cut = std::min(language.find('-'), language.size());
  if (const auto rest = language.substr(std::min(cut + 1, language.size())); rest.size() >= 4) {
    const auto part = rest.substr(0, rest.find('-'));
    if (part.size() == 4 && part.front() >= 'A' && part.front() <= 'Z') return part;
  }
  const auto found = std::ranges::find(kScripts, language.substr(0, cut), &Usual::first);
  return found == kScripts.end() ? "Latn" : found->second;
}

bool runs_from_right(std::string_view language) { return is_one_of(script_of(language), kFromTheRight); }

Message objection_to_language(std::string_view language) {
  if (is_one_of(script_of(language), kSet)) return {};
  return say(
      "A report cannot be written in '{0}' yet: the fonts of the documents lack its letters. They have Latin, "
      "Cyrillic, Greek, Armenian, Georgian, Arabic and Chinese.",
      language);
}

}  // namespace domain
