#include "http/kept_answer.hpp"

#include <utility>

#include "http/etag.hpp"

namespace http {

ResponseCache::Entry keep(const Call& call, const Slot& slot, std::int64_t sequence, std::string body) {
  ResponseCache::Entry entry{slot.version, "\"" + std::to_string(sequence) + "." + slot.variant + "\"",
                             std::make_shared<const std::string>(std::move(body))};
  call.cache.keep(slot.key, entry);
  return entry;
}

Response response_from(const Call& call, const ResponseCache::Entry& entry, const std::string& media_type) {
  Response response;
  response.body = entry.body;
  response.set_header("Content-Type", media_type);
  response.set_header("Cache-Control", "private, no-cache");
  apply_etag(call.request, response, entry.etag);
  return response;
}

std::shared_ptr<const usecases::KnownReport> known_report(const Call& call) {
  return call.service.known_reports().find(call.service, call.actor(), call.param("report"));
}

}  // namespace http
