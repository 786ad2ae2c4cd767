// Promises of the last report, and the answers to them: every one ever given.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/actor.hpp"
#include "domain/localized.hpp"
#include "domain/promise.hpp"
#include "store/database.hpp"

namespace store {

struct PromiseSource {
  std::string report;
  std::string section;
  std::map<std::string, std::int64_t> revisions;  // language -> revision that it was read in
};

struct Promise {
  std::string report;
  std::int64_t number = 0;  // from 1, by report
  domain::LocalizedText text;
  std::optional<PromiseSource> source;  // none: added by hand
  std::int64_t added_event = 0;
  // The answer in force.
  std::int64_t version = 1;
  domain::PromiseStatus status = domain::PromiseStatus::open;
  std::string agency;       // that answers for it; empty: none
  std::string answered_in;  // section; empty: none
  std::optional<std::string> note;
  std::int64_t event = 0;
  domain::Author by;
  domain::Millis at = 0;
};

std::int64_t next_promise_number(ReadTx& tx, const std::string& report);
// SHA-256 of the text as it is stored.
std::string promise_text_hash(const domain::LocalizedText& text);
void insert_promise(WriteTx& tx, const Promise& promise);
// The next version of the answer.
void insert_promise_answer(WriteTx& tx, const Promise& promise);

struct PromiseFilter {
  std::string status;   // empty: any
  std::string agency;   // empty: any
  std::string section;  // that it came from or is answered in; empty: any
};

std::optional<Promise> find_promise(ReadTx& tx, const std::string& report, std::int64_t number);
// By number, above one.
std::vector<Promise> list_promises(ReadTx& tx, const std::string& report, const PromiseFilter& filter,
                                   std::int64_t above, int limit);

// For `verify`: what is wrong with promises and answers beside their events, one sentence each.
std::vector<std::string> promise_faults(ReadTx& tx);

}  // namespace store
