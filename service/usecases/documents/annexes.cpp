#include "usecases/documents/annexes.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace usecases {
namespace {

using documents::Annexes;

constexpr std::array<std::pair<std::string_view, bool Annexes::*>, 4> kAnnexes{{
    {"contributions", &Annexes::contributions},
    {"plan", &Annexes::plan},
    {"assistance", &Annexes::assistance},
    {"chart_numbers", &Annexes::chart_numbers},
}};

}  // namespace

Annexes annexes_named(const std::vector<std::string>& names) {
  Annexes annexes;
  for (const auto& [name, member] : kAnnexes) annexes.*member = std::ranges::find(names, name) != names.end();
  return annexes;
}

std::string name_of(const Annexes& annexes) {
  std::string all;
  for (const auto& [name, member] : kAnnexes) {
    if (annexes.*member) all.append(all.empty() ? "" : "+").append(name);
  }
  return all;
}

}  // namespace usecases
