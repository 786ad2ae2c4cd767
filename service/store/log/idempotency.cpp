#include "store/log/idempotency.hpp"

namespace store {

std::optional<KeptAnswer> find_answer(ReadTx& tx, const std::string& user, const std::string& key,
                                      domain::Millis since) {
  Query query(tx.connection,
              "SELECT request_hash, status, headers, body FROM idempotency_keys WHERE user = ? AND key = ? AND at >= ?",
              user, key, since);
  if (!query.next()) return std::nullopt;
  return KeptAnswer{query.text(0), static_cast<int>(query.integer(1)), query.text(2), query.text(3)};
}

void keep_answer(WriteTx& tx, const std::string& user, const std::string& key, const KeptAnswer& answer) {
  Query(tx.connection,
        "INSERT INTO idempotency_keys (user, key, request_hash, status, headers, body, at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        user, key, answer.request_hash, answer.status, answer.headers, answer.body, tx.now)
      .run();
}

void forget_answer(WriteTx& tx, const std::string& user, const std::string& key, domain::Millis before) {
  Query(tx.connection, "DELETE FROM idempotency_keys WHERE user = ? AND key = ? AND at < ?", user, key, before).run();
}

bool any_answer_before(ReadTx& tx, domain::Millis before) {
  return Query(tx.connection, "SELECT 1 FROM idempotency_keys WHERE at < ? LIMIT 1", before).next();
}

void forget_answers(WriteTx& tx, domain::Millis before) {
  Query(tx.connection, "DELETE FROM idempotency_keys WHERE at < ?", before).run();
}

}  // namespace store
