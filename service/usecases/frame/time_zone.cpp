#include "usecases/frame/time_zone.hpp"

#include <date/tz.h>

#include <chrono>
#include <map>
#include <mutex>

#include "domain/error.hpp"

namespace usecases {
namespace {

using domain::say;

// Null: unknown. Looking a zone up reads the system's list of zones, so each name is looked up once.
const date::time_zone* find_zone(const std::string& name) {
  static std::mutex mutex;
  static std::map<std::string, const date::time_zone*> known;
  const std::lock_guard lock(mutex);
  const auto [entry, added] = known.try_emplace(name, nullptr);
  if (added) {
    try {
      entry->second = date::locate_zone(name);
    } catch (const std::exception&) {
      known.erase(entry);
      return nullptr;
    }
  }
  return entry->second;
}

}  // namespace

bool is_time_zone(const std::string& name) { return name == "UTC" || find_zone(name) != nullptr; }

std::string day_in(const std::string& zone, domain::Millis time) {
  using namespace std::chrono;
  sys_time<milliseconds> local{milliseconds{time}};
  if (zone != "UTC") {
    const date::time_zone* found = find_zone(zone);
    if (found == nullptr) {
      throw domain::Error(domain::ErrorCode::invalid, "unknown_time_zone", say("There is no time zone '{0}'.", zone));
    }
    local += found->get_info(floor<seconds>(local)).offset;
  }
  return domain::format_day(static_cast<domain::Day>(floor<days>(local).time_since_epoch().count()));
}

}  // namespace usecases
