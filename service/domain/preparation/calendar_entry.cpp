#include "domain/preparation/calendar_entry.hpp"

#include <algorithm>

namespace domain {

std::string_view to_string(EntryKind kind) {
  switch (kind) {
    case EntryKind::forum:
      return "forum";
    case EntryKind::stage:
      return "stage";
    case EntryKind::section:
      return "section";
    case EntryKind::agency:
      return "agency";
    case EntryKind::task:
      return "task";
    case EntryKind::assistance:
      return "assistance";
    case EntryKind::meeting:
      return "meeting";
  }
  return "";
}

std::optional<EntryKind> parse_entry_kind(std::string_view text) {
  const auto found = std::ranges::find(kEntryKinds, text, [](EntryKind kind) { return to_string(kind); });
  return found == kEntryKinds.end() ? std::nullopt : std::optional(*found);
}

std::string CalendarEntry::name() const {
  std::string name(to_string(kind));
  if (!key.empty()) name += "." + key;
  if (kind == EntryKind::agency) name += "." + agency;
  return name;
}

}  // namespace domain
