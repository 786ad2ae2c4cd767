#include "http/request/cached_answer.hpp"

#include <utility>

#include "http/request/etag.hpp"
#include "http/request/packing.hpp"

namespace http {
namespace {

ResponseCache::Entry keep(const Call& call, const Slot& slot, std::int64_t sequence,
                          std::shared_ptr<const std::string> body) {
  ResponseCache::Entry entry{slot.version, "\"" + std::to_string(sequence) + "." + slot.variant + "\"",
                             std::move(body)};
  entry.key = slot.key;
  call.cache.keep(slot.key, entry);
  return entry;
}

std::string with_point(const std::string& text) { return text.empty() ? "" : "." + text; }

}  // namespace

Slot slot_of(const AnswerKind& kind, const usecases::KnownReport& report, const domain::Actor& actor) {
  Slot slot;
  if (!kind.for_all) slot.readers = report.readers(actor);
  const std::string name = kind.name + with_point(slot.readers) + kind.ending;
  slot.variant = name + with_point(kind.moment);
  slot.version = std::to_string(report.sequence) + with_point(kind.moment);
  slot.key = kind.kind + "/" + report.row.id + "/" + name;
  return slot;
}

ResponseCache::Entry cached_or_made(const Call& call, const usecases::KnownReport& report, const AnswerKind& kind,
                                    const MakeAnswer& make) {
  const auto caller = call.service.judge(call.actor());
  usecases::require_participant(caller.actor());
  const Slot slot = slot_of(kind, report, caller.actor());
  if (auto entry = call.cache.find(slot.key, slot.version)) return std::move(*entry);
  return call.service.read(call.actor(), [&](const usecases::Read& context) {
    const auto seen = usecases::know_report(context, usecases::open_report(context, report.row.id));
    MadeAnswer made = make(context);
    AnswerKind as_made = kind;
    if (!made.moment.empty()) as_made.moment = made.moment;
    return keep(call, slot_of(as_made, seen, context.actor), made.sequence,
                std::make_shared<const std::string>(std::move(made.body)));
  });
}

ResponseCache::Entry cached_or_made_slowly(const Call& call, const AnswerKind& kind, const MakeSlowly& make) {
  for (;;) {
    const auto caller = call.service.judge(call.actor());
    const auto report = known_report(call);
    const Slot slot = slot_of(kind, *report, caller.actor());
    if (auto entry = call.cache.find(slot.key, slot.version)) return std::move(*entry);
    auto made = make(*report, caller.actor(), slot);
    auto entry = keep(call, slot, made.sequence, std::move(made.body));
    const auto now = call.service.judge(call.actor());
    usecases::require_participant(now.actor());
    if (slot_of(kind, *known_report(call), now.actor()).readers == slot.readers) return entry;
  }
}

Response response_from(const Call& call, const ResponseCache::Entry& entry, const std::string& media_type) {
  Response response;
  response.body = entry.body;
  response.set_header("Content-Type", media_type);
  response.set_header("Cache-Control", "private, no-cache");
  apply_etag(call.request, response, entry.etag);
  if (goes_packed(call.request, response)) response.packed = call.cache.packed_form(entry, gzip);
  return response;
}

std::shared_ptr<const usecases::KnownReport> known_report(const Call& call) {
  return call.service.known_reports().find(call.service, call.actor(), call.param("report"));
}

}  // namespace http
