#include "store/preparation/outbox.hpp"

namespace store {
namespace {

// What read_mail takes. Bodies are long, and are read only where one is sent.
std::string select_mails(const std::string& rest, const std::string& bodies = "NULL, NULL") {
  return "SELECT m.id, m.key, m.user, u.name, m.address, m.kind, m.language, m.report, m.event_id, m.message_id, "
         "m.reply_to, m.created_at, m.queued_at, m.state, m.attempts, m.losses, m.next_attempt_at, m.finished_at, "
         "m.last_outcome, m.subject, m.told_after, m.news_only, " +
         bodies + " FROM mails m JOIN users u ON u.id = m.user " + rest;
}

domain::Mail read_mail(const Query& row) {
  domain::Mail mail;
  mail.id = row.integer(0);
  mail.key = row.text(1);
  mail.user = row.text(2);
  mail.user_name = row.text(3);
  mail.address = row.text(4);
  mail.kind = domain::parse_mail_kind(row.text(5)).value();
  mail.language = row.text(6);
  mail.report = row.text(7);
  mail.event = row.integer(8);
  mail.message_id = row.text(9);
  mail.reply_to = row.text(10);
  mail.created_at = row.integer(11);
  mail.queued_at = row.integer(12);
  mail.state = domain::parse_mail_state(row.text(13)).value();
  mail.attempts = static_cast<int>(row.integer(14));
  mail.losses = static_cast<int>(row.integer(15));
  mail.next_attempt_at = row.optional_integer(16);
  mail.finished_at = row.optional_integer(17);
  mail.last_outcome = row.text(18);
  mail.subject = row.text(19);
  mail.told_after = row.optional_integer(20);
  mail.news_only = row.integer(21) != 0;
  mail.text = row.text(22);
  mail.html = row.text(23);
  return mail;
}

std::vector<domain::Mail> read_mails(Query& query) {
  std::vector<domain::Mail> mails;
  while (query.next()) mails.push_back(read_mail(query));
  return mails;
}

std::optional<domain::Mail> read_one(Query& query) {
  if (!query.next()) return std::nullopt;
  return read_mail(query);
}

bool is_full(ReadTx& tx) {
  return Query(tx.connection, "SELECT 1 FROM mails WHERE state = 'waiting' LIMIT 1 OFFSET ?", kMostWaitingMails - 1)
      .next();
}

std::string too_many() { return "dropped, as " + std::to_string(kMostWaitingMails) + " mails were waiting"; }

// Its news stand in the inbox, too. False: none waits that may be left out.
bool drop_oldest_digest(WriteTx& tx) {
  return Query(tx.connection,
               "UPDATE mails SET state = 'dropped', next_attempt_at = NULL, finished_at = ?, last_outcome = ? WHERE id "
               "= (SELECT id FROM mails WHERE state = 'waiting' AND kind = 'digest' ORDER BY id LIMIT 1)",
               tx.now, too_many())
             .run() > 0;
}

bool is_known(ReadTx& tx, const std::string& key) {
  return Query(tx.connection, "SELECT 1 FROM mails WHERE key = ?", key).next();
}

}  // namespace

std::optional<std::int64_t> enqueue_mail(WriteTx& tx, const domain::Mail& wanted) {
  if (is_known(tx, wanted.key)) return std::nullopt;
  domain::Mail mail = wanted;
  if (mail.state == domain::MailState::waiting && is_full(tx) && !drop_oldest_digest(tx)) {
    mail.state = domain::MailState::dropped;
    mail.next_attempt_at.reset();
    mail.finished_at = tx.now;
    mail.last_outcome = too_many();
  }
  Query query(tx.connection,
              "INSERT INTO mails (key, user, address, kind, language, report, event_id, message_id, reply_to, "
              "created_at, queued_at, state, next_attempt_at, finished_at, last_outcome, subject, text_body, "
              "html_body, told_after, news_only) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
              "RETURNING id",
              mail.key, mail.user, mail.address, domain::to_string(mail.kind), mail.language, or_null(mail.report),
              mail.event, mail.message_id, or_null(mail.reply_to), mail.created_at, mail.queued_at,
              domain::to_string(mail.state), mail.next_attempt_at, mail.finished_at, or_null(mail.last_outcome),
              mail.subject, mail.text, mail.html, mail.told_after, mail.news_only);
  query.next();
  return query.integer(0);
}

bool any_mail_due(ReadTx& tx, domain::Millis now) {
  return Query(tx.connection, "SELECT 1 FROM mails WHERE next_attempt_at IS NOT NULL AND next_attempt_at <= ? LIMIT 1",
               now)
      .next();
}

std::optional<domain::Mail> next_mail(ReadTx& tx, domain::Millis now) {
  static const std::string sql = select_mails(
      "WHERE m.next_attempt_at IS NOT NULL AND m.next_attempt_at <= ? ORDER BY m.next_attempt_at, m.id LIMIT 1",
      "m.text_body, m.html_body");
  Query query(tx.connection, sql.c_str(), now);
  return read_one(query);
}

void mark_sending(WriteTx& tx, std::int64_t id) {
  Query(tx.connection, "UPDATE mails SET state = 'sending', next_attempt_at = NULL, finished_at = NULL WHERE id = ?",
        id)
      .run();
}

void save_mail_words(WriteTx& tx, const domain::Mail& mail) {
  Query(tx.connection, "UPDATE mails SET subject = ?, text_body = ?, html_body = ? WHERE id = ?", mail.subject,
        mail.text, mail.html, mail.id)
      .run();
}

void save_mail_state(WriteTx& tx, const domain::Mail& mail) {
  Query(tx.connection,
        "UPDATE mails SET queued_at = ?, state = ?, attempts = ?, losses = ?, next_attempt_at = ?, finished_at = ?, "
        "last_outcome = ? WHERE id = ?",
        mail.queued_at, domain::to_string(mail.state), mail.attempts, mail.losses, mail.next_attempt_at,
        mail.finished_at, or_null(mail.last_outcome), mail.id)
      .run();
}

std::vector<domain::Mail> list_interrupted_mails(ReadTx& tx) {
  static const std::string sql = select_mails("WHERE m.state = 'sending' ORDER BY m.id");
  Query query(tx.connection, sql.c_str());
  return read_mails(query);
}

int give_up_mails(WriteTx& tx, domain::Millis queued_before, const std::string& outcome) {
  return Query(tx.connection,
               "UPDATE mails SET state = iif(losses > 0, 'uncertain', 'failed'), next_attempt_at = NULL, "
               "finished_at = ?, last_outcome = ? WHERE next_attempt_at IS NOT NULL AND queued_at <= ?",
               tx.now, outcome, queued_before)
      .run();
}

std::optional<domain::Mail> find_mail(ReadTx& tx, std::int64_t id) {
  static const std::string sql = select_mails("WHERE m.id = ?");
  Query query(tx.connection, sql.c_str(), id);
  return read_one(query);
}

std::vector<domain::Mail> list_mails(ReadTx& tx, const domain::MailFilter& filter, std::int64_t below, int limit) {
  static const std::string sql = select_mails(
      "WHERE (?1 = '' OR m.state = ?1) AND (?2 = '' OR m.user = ?2) AND (?3 = 0 OR m.id < ?3) ORDER BY m.id DESC "
      "LIMIT ?4");
  Query query(tx.connection, sql.c_str(), filter.state, filter.user, below, limit);
  return read_mails(query);
}

int count_mails(ReadTx& tx, const std::string& user, domain::MailKind kind, domain::Millis since) {
  Query query(tx.connection, "SELECT count(*) FROM mails WHERE user = ? AND kind = ? AND created_at >= ?", user,
              domain::to_string(kind), since);
  query.next();
  return static_cast<int>(query.integer(0));
}

MailCounts count_mails(ReadTx& tx) {
  MailCounts counts;
  Query waiting(tx.connection, "SELECT count(*), min(queued_at) FROM mails WHERE state = 'waiting'");
  waiting.next();
  counts.waiting = waiting.integer(0);
  counts.oldest = waiting.optional_integer(1);
  Query troubled(tx.connection,
                 "SELECT state, count(*) FROM mails WHERE state IN ('sending', 'failed', 'uncertain') GROUP BY state");
  while (troubled.next()) {
    if (troubled.text(0) == "failed") counts.failed = troubled.integer(1);
    if (troubled.text(0) == "uncertain") counts.uncertain = troubled.integer(1);
  }
  return counts;
}

bool any_mail_before(ReadTx& tx, domain::Millis before) {
  return Query(tx.connection, "SELECT 1 FROM mails WHERE finished_at IS NOT NULL AND finished_at < ? LIMIT 1", before)
      .next();
}

void forget_mails(WriteTx& tx, domain::Millis before) {
  Query(tx.connection, "DELETE FROM mails WHERE finished_at IS NOT NULL AND finished_at < ?", before).run();
}

}  // namespace store
