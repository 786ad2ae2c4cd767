// Promises of the last report, and the answers to them: every one ever given.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/basis/localized.hpp"
#include "domain/text/promise.hpp"
#include "store/database/database.hpp"

namespace store {

std::int64_t next_promise_number(ReadTx& tx, const std::string& report);
// SHA-256 of the text as it is stored.
std::string promise_text_hash(const domain::LocalizedText& text);
void insert_promise(WriteTx& tx, const domain::Promise& promise);
// The next version of the answer.
void insert_promise_answer(WriteTx& tx, const domain::Promise& promise);

std::optional<domain::Promise> find_promise(ReadTx& tx, const std::string& report, std::int64_t number);
// By number, above one.
std::vector<domain::Promise> list_promises(ReadTx& tx, const std::string& report, const domain::PromiseFilter& filter,
                                           std::int64_t above, int limit);

// For `verify`: what is wrong with promises and answers beside their events, one sentence each.
std::vector<std::string> promise_faults(ReadTx& tx);

}  // namespace store
