#include "usecases/frame/time_zone.hpp"

#include <date/tz.h>

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <mutex>

#include "domain/basis/error.hpp"

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

using std::chrono::days;
using std::chrono::duration_cast;
using std::chrono::floor;
using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::sys_time;

seconds offset_in(const std::string& zone, domain::Millis time) {
  if (zone == "UTC") return seconds{0};
  const date::time_zone* found = find_zone(zone);
  if (found == nullptr) {
    throw domain::Error(domain::ErrorCode::invalid, "unknown_time_zone", say("There is no time zone '{0}'.", zone));
  }
  return found->get_info(floor<seconds>(sys_time<milliseconds>{milliseconds{time}})).offset;
}

std::string two_digits(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace

bool is_time_zone(const std::string& name) { return name == "UTC" || find_zone(name) != nullptr; }

std::string day_in(const std::string& zone, domain::Millis time) {
  return domain::format_day(static_cast<domain::Day>(
      floor<days>(sys_time<milliseconds>{milliseconds{time}} + offset_in(zone, time)).time_since_epoch().count()));
}

domain::Millis begin_of_day(const std::string& zone, domain::Day day) {
  const auto midnight = duration_cast<milliseconds>(days{day}).count();
  const auto beside = [&](domain::Millis time) {
    return midnight - duration_cast<milliseconds>(offset_in(zone, time)).count();
  };
  return beside(beside(midnight));  // the offset is that of the day, not that of UTC's
}

std::string time_in(const std::string& zone, domain::Millis time) {
  const auto offset = offset_in(zone, time);
  const std::string local = domain::format_time(time + duration_cast<milliseconds>(offset).count());
  const auto minutes = std::abs(duration_cast<std::chrono::minutes>(offset).count());
  return local.substr(0, 19) + (offset.count() < 0 ? "-" : "+") + two_digits(minutes / 60) + ":" +
         two_digits(minutes % 60);
}

}  // namespace usecases
