// Answers to requests that carried an Idempotency-Key, kept for 24 hours, written with the change itself.
#pragma once

#include <optional>
#include <string>

#include "store/database/database.hpp"

namespace store {

struct KeptAnswer {
  std::string request_hash;
  int status = 0;
  std::string headers;  // JSON object
  std::string body;
};

// since: answers given before count no more.
std::optional<KeptAnswer> find_answer(ReadTx& tx, const std::string& user, const std::string& key,
                                      domain::Millis since = 0);
void keep_answer(WriteTx& tx, const std::string& user, const std::string& key, const KeptAnswer& answer);
// Forgets one answer where it was given before a time.
void forget_answer(WriteTx& tx, const std::string& user, const std::string& key, domain::Millis before);
bool any_answer_before(ReadTx& tx, domain::Millis before);
// Forgets the answers given before a time.
void forget_answers(WriteTx& tx, domain::Millis before);

}  // namespace store
