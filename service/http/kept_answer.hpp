// Answers about a report that are kept until it changes: status and documents.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "http/call.hpp"

namespace http {

// One answer in the cache: where it lies, what it was made from, and what it is called there.
struct Slot {
  std::string key;
  std::string version;
  std::string variant;  // tells it from others of the same sequence
};

// Keeps what was made from the report as it was at this event.
ResponseCache::Entry keep(const Call& call, const Slot& slot, std::int64_t sequence, std::string body);

Response response_from(const Call& call, const ResponseCache::Entry& entry, const std::string& media_type);

// The report as of now, from memory where it did not change.
std::shared_ptr<const usecases::KnownReport> known_report(const Call& call);

}  // namespace http
