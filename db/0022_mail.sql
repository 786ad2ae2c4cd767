-- Mail. `mails` is the outbox: a row is written together with what causes it, and changes as it is handed to the relay.
-- It is no history: what happened stands in the events, and rows go some time after their end.
CREATE TABLE mails (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice, so that an old address shows nothing else
  key             TEXT NOT NULL UNIQUE CHECK (length(key) = 52),  -- hash of kind, person, report and what it tells of
  user            TEXT NOT NULL REFERENCES users (id),
  address         TEXT NOT NULL CHECK (length(address) <= 254),
  kind            TEXT NOT NULL CHECK (kind IN ('test', 'digest', 'reminder')),
  language        TEXT NOT NULL,
  report          TEXT REFERENCES reports (id),
  event_id        INTEGER NOT NULL REFERENCES events (id),
  message_id      TEXT NOT NULL UNIQUE,
  reply_to        TEXT,
  created_at      INTEGER NOT NULL,
  queued_at       INTEGER NOT NULL,       -- since when it is tried
  state           TEXT NOT NULL DEFAULT 'waiting'
                  CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'uncertain', 'dropped')),
  attempts        INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  losses          INTEGER NOT NULL DEFAULT 0 CHECK (losses >= 0),  -- attempts that were lost behind the body
  next_attempt_at INTEGER,                -- null: none follows
  finished_at     INTEGER,
  last_outcome    TEXT,
  subject         TEXT NOT NULL,
  text_body       TEXT NOT NULL,
  html_body       TEXT NOT NULL,
  CHECK (length(CAST(text_body AS BLOB)) + length(CAST(html_body AS BLOB)) < 49152),
  CHECK (state NOT IN ('sent', 'failed', 'dropped') OR (next_attempt_at IS NULL AND finished_at IS NOT NULL)),
  CHECK (state <> 'waiting' OR (next_attempt_at IS NOT NULL AND finished_at IS NULL)),
  CHECK (state <> 'uncertain' OR (next_attempt_at IS NULL) <> (finished_at IS NULL))
) STRICT;
CREATE INDEX mails_due ON mails (next_attempt_at, id) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX mails_waiting ON mails (kind, id, queued_at) WHERE state = 'waiting';
CREATE INDEX mails_in_trouble ON mails (state) WHERE state IN ('sending', 'failed', 'uncertain');
CREATE INDEX mails_by_end ON mails (finished_at) WHERE finished_at IS NOT NULL;
CREATE INDEX mails_by_user ON mails (user, id);

-- How a person wants mail; who has no row wants it as everybody does. The events tell it.
CREATE TABLE mail_settings (
  user     TEXT PRIMARY KEY REFERENCES users (id),
  rhythm   TEXT NOT NULL CHECK (rhythm IN ('each', 'daily', 'off')),
  language TEXT,                          -- null: that of what the mail is about
  version  INTEGER NOT NULL CHECK (version > 1)    -- 1: nothing was chosen, there is no row
) STRICT, WITHOUT ROWID;

-- The key from which the links are made by which mail is switched off. One row for good.
CREATE TABLE mail_key (
  only   INTEGER PRIMARY KEY CHECK (only = 1),
  secret TEXT NOT NULL CHECK (length(secret) = 64)
) STRICT;
INSERT INTO mail_key VALUES (1, lower(hex(randomblob(32))));

-- Whose mail such a link switches off. Of the link itself only the hash is kept.
CREATE TABLE unsubscribe_links (
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
  user TEXT NOT NULL UNIQUE REFERENCES users (id)
) STRICT, WITHOUT ROWID;
