#include "domain/preparation/extension.hpp"

#include <algorithm>

namespace domain {

std::string_view to_string(ExtensionState state) {
  switch (state) {
    case ExtensionState::asked:
      return "asked";
    case ExtensionState::granted:
      return "granted";
    case ExtensionState::refused:
      return "refused";
    case ExtensionState::withdrawn:
      return "withdrawn";
  }
  return "";
}

std::optional<ExtensionState> parse_extension_state(std::string_view text) {
  const auto found = std::ranges::find(kExtensionStates, text, [](ExtensionState state) { return to_string(state); });
  return found == kExtensionStates.end() ? std::nullopt : std::optional(*found);
}

}  // namespace domain
