// The append-only log: audit trail and changes feed. Each row holds the hash of the row before it.
#pragma once

#include <cstddef>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "domain/basis/actor.hpp"
#include "domain/basis/event.hpp"
#include "store/database/database.hpp"

namespace store {

// Appends an event to the chain; gives its id.
std::int64_t append_event(WriteTx& tx, std::string type, const domain::Subject& subject, const domain::Author& by,
                          const nlohmann::json& data);

// SHA-256 (hex) of the JSON array [id, at, type, report, section, user, agency, role, data, prev_hash], where
// absent texts are "" and data is the stored text. Where a deputy acted, it has whom for as an eleventh member.
std::string event_hash(const domain::Event& event);

inline constexpr std::size_t kMostDataOfPage = 4U << 20U;  // bytes, and what the last event has beyond it

struct EventPage {
  std::vector<domain::Event> events;
  bool more = false;  // there may be others behind them
};
// Events after an id, oldest first: as many as the limit and the data of a page allow, and one where there is one.
// report: none means those of all reports and of no report.
EventPage list_events(ReadTx& tx, const std::optional<std::string>& report, std::int64_t after, int limit);

// Events of a report after an id that are of one of these types, the newest first.
std::vector<domain::Event> list_newest_events(ReadTx& tx, const std::string& report,
                                              const std::vector<std::string>& types, std::int64_t after, int limit);

// All events, oldest first; stops where the visitor answers false.
void visit_events(ReadTx& tx, const std::function<bool(const domain::Event&)>& visitor);

struct LastEvent {
  std::int64_t id = 0;
  domain::Millis at = 0;
};

// The last event of all.
LastEvent last_event(ReadTx& tx);

// The last event that changes what a report says: its own, or one about agencies. until: only events up to that time.
LastEvent last_event_for(ReadTx& tx, const std::string& report, std::optional<domain::Millis> until = std::nullopt);

}  // namespace store
