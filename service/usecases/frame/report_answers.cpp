#include "usecases/frame/report_answers.hpp"

#include <utility>

#include "usecases/frame/access.hpp"

namespace usecases {
namespace {

CachedAnswer keep_in(AnswerCache& answers, const AnswerSlot& slot, MadeAnswer made) {
  CachedAnswer answer{slot.key, slot.version, std::to_string(made.sequence) + "." + slot.variant, std::move(made.body)};
  answers.keep(answer);
  return answer;
}

std::string with_point(const std::string& text) { return text.empty() ? "" : "." + text; }

// As of now, from memory where it did not change.
std::shared_ptr<const KnownReport> look_at(Service& service, const domain::Actor& actor, const std::string& report) {
  require_participant(actor);
  if (auto known = service.known_reports().current(service.changes(), report)) return known;
  return service.read(actor, [&](const Read& context) { return service.known_reports().see(context, report); });
}

}  // namespace

AnswerSlot slot_of(const AnswerKind& kind, const KnownReport& report, const domain::Actor& actor) {
  AnswerSlot slot;
  if (!kind.for_all) slot.readers = report.readers(actor);
  const std::string name = kind.name + with_point(slot.readers) + kind.ending;
  slot.variant = name + with_point(kind.moment);
  slot.version = std::to_string(report.sequence) + with_point(kind.moment);
  slot.key = kind.kind + "/" + report.row.id + "/" + name;
  return slot;
}

CachedAnswer cached_or_made(Service& service, const domain::Actor& actor, const std::string& report,
                            const NameAnswer& name, const MakeAnswer& make) {
  const auto caller = service.judge(actor);
  require_participant(caller.actor());
  if (const auto known = service.known_reports().current(service.changes(), report)) {
    const AnswerSlot slot = slot_of(name(*known), *known, caller.actor());
    if (auto answer = service.answers().find(slot.key, slot.version)) return std::move(*answer);
  }
  return service.read(actor, [&](const Read& context) {
    const auto seen = service.known_reports().see(context, report);
    AnswerKind kind = name(*seen);
    MadeAnswer made = make(context, *seen);
    if (!made.moment.empty()) kind.moment = made.moment;
    return keep_in(service.answers(), slot_of(kind, *seen, context.actor), std::move(made));
  });
}

CachedAnswer cached_or_made_slowly(Service& service, const domain::Actor& actor, const std::string& report,
                                   const NameAnswer& name, const MakeSlowly& make) {
  for (;;) {
    const auto caller = service.judge(actor);
    const auto known = look_at(service, caller.actor(), report);
    const AnswerSlot slot = slot_of(name(*known), *known, caller.actor());
    if (auto answer = service.answers().find(slot.key, slot.version)) return std::move(*answer);
    auto answer = keep_in(service.answers(), slot, make(*known, caller.actor(), slot));
    const auto now = service.judge(actor);
    if (look_at(service, now.actor(), report)->readers(now.actor()) == slot.readers) return answer;
  }
}

}  // namespace usecases
