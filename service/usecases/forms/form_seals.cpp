#include "usecases/forms/form_seals.hpp"

#include "store/database/hash.hpp"

namespace usecases {
namespace {

constexpr std::size_t kSealDigits = 32;  // a bookmark's name has at most 40 letters

}  // namespace

std::string seal_of(const std::string& key, const std::string& report, const documents::FormMarker& marker) {
  std::string sealed = "end\n" + report;
  if (!marker.end) {
    sealed = "begin\n" + marker.report + "\n" + marker.agency + "\n" + std::to_string(marker.revision);
  }
  sealed += "\n" + marker.section + "\n" + marker.language;
  return "nr_" + store::keyed_hash_hex(key, sealed).substr(0, kSealDigits);
}

}  // namespace usecases
