#include "usecases/texts/promise_events.hpp"

#include <nlohmann/json.hpp>

#include "store/database/hash.hpp"
#include "store/log/events.hpp"

namespace usecases {
namespace {

nlohmann::json describe(const domain::Promise& promise) {
  nlohmann::json data{{"number", promise.number},
                      {"version", promise.version},
                      {"status", std::string(domain::to_string(promise.status))}};
  if (!promise.agency.empty()) data["agency"] = promise.agency;
  if (!promise.answered_in.empty()) data["answered_in"] = promise.answered_in;
  if (promise.note) data["note_sha256"] = store::sha256_hex(*promise.note);
  return data;
}

}  // namespace

void record_new_promise(const Write& context, domain::Promise& promise) {
  promise.number = store::next_promise_number(context.tx, promise.report);
  promise.at = context.tx.now;
  nlohmann::json data = describe(promise);
  data["text_sha256"] = store::promise_text_hash(promise.text);
  if (promise.source) {
    data["from"] = {{"report", promise.source->report},
                    {"section", promise.source->section},
                    {"revisions", promise.source->revisions}};
  }
  promise.event = promise.added_event =
      store::append_event(context.tx, "promise.added", {promise.report, ""}, promise.by, data);
  store::insert_promise(context.tx, promise);
}

void record_answer(const Write& context, domain::Promise& promise) {
  ++promise.version;
  promise.at = context.tx.now;
  promise.event =
      store::append_event(context.tx, "promise.answered", {promise.report, ""}, promise.by, describe(promise));
  store::insert_promise_answer(context.tx, promise);
}

}  // namespace usecases
