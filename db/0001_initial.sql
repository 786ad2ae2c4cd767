-- Times are milliseconds since 1970 in UTC; days are ISO dates; LocalizedText and lists are JSON.
-- Rows of *_versions, revisions, transitions, confirmations and events are only ever inserted: together they
-- tell what the report was at any event, which is how a document is compiled as of a time.

CREATE TABLE events (
  id        INTEGER PRIMARY KEY,          -- without a gap from 1
  at        INTEGER NOT NULL,
  type      TEXT NOT NULL,
  report    TEXT,
  section   TEXT,
  user      TEXT,                         -- null: the service itself
  agency    TEXT,
  role      TEXT,
  data      TEXT NOT NULL CHECK (json_valid(data)),
  prev_hash TEXT NOT NULL CHECK (length(prev_hash) = 64),
  hash      TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
CREATE INDEX events_by_report ON events (report, id);

CREATE TABLE agencies (
  id          TEXT PRIMARY KEY,
  title       TEXT NOT NULL CHECK (json_valid(title)),
  short_title TEXT NOT NULL CHECK (json_valid(short_title)),
  active      INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  version     INTEGER NOT NULL DEFAULT 1,
  created_at  INTEGER NOT NULL,
  updated_at  INTEGER NOT NULL
) STRICT;

CREATE TABLE agency_versions (
  event_id INTEGER NOT NULL REFERENCES events (id),
  agency   TEXT NOT NULL REFERENCES agencies (id),
  title    TEXT NOT NULL,
  PRIMARY KEY (agency, event_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE users (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL,
  email      TEXT,
  active     INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  version    INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE posts (
  id         INTEGER PRIMARY KEY,
  user       TEXT NOT NULL REFERENCES users (id),
  role       TEXT NOT NULL CONSTRAINT posts_role
             CHECK (role IN ('contributor', 'head', 'reviewer', 'translator', 'coordinator', 'observer', 'admin')),
  agency     TEXT REFERENCES agencies (id),
  step       TEXT,
  languages  TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(languages)),
  from_day   TEXT,
  until_day  TEXT,                        -- inclusive
  version    INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT posts_dates CHECK (from_day IS NULL OR until_day IS NULL OR from_day <= until_day)
) STRICT;
CREATE INDEX posts_by_user ON posts (user);

CREATE TABLE tokens (
  id           INTEGER PRIMARY KEY,
  user         TEXT NOT NULL REFERENCES users (id),
  hash         TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),  -- SHA-256 of the secret, which is kept nowhere
  label        TEXT NOT NULL,
  scopes       TEXT NOT NULL CHECK (json_valid(scopes)),
  created_at   INTEGER NOT NULL,
  expires_at   INTEGER,
  revoked_at   INTEGER,
  last_used_at INTEGER
) STRICT;
CREATE INDEX tokens_by_user ON tokens (user, id);

CREATE TABLE formats (
  id        TEXT NOT NULL,
  version   INTEGER NOT NULL CHECK (version > 0),
  title     TEXT NOT NULL CHECK (json_valid(title)),
  source    TEXT NOT NULL,                -- the file as it was sent, YAML or JSON
  sha256    TEXT NOT NULL,
  stored_at INTEGER NOT NULL,
  PRIMARY KEY (id, version)
) STRICT;

CREATE TABLE reports (
  id              TEXT PRIMARY KEY,
  format          TEXT NOT NULL,
  format_version  INTEGER NOT NULL,
  country         TEXT NOT NULL,
  title           TEXT NOT NULL CHECK (json_valid(title)),
  forum_date      TEXT NOT NULL,
  languages       TEXT NOT NULL CHECK (json_valid(languages)),
  source_language TEXT NOT NULL,
  visibility      TEXT NOT NULL CHECK (visibility IN ('own', 'shared')),
  time_zone       TEXT NOT NULL,
  version         INTEGER NOT NULL DEFAULT 1,
  created_at      INTEGER NOT NULL,
  updated_at      INTEGER NOT NULL,
  FOREIGN KEY (format, format_version) REFERENCES formats (id, version)
) STRICT;

CREATE TABLE report_versions (
  event_id   INTEGER NOT NULL REFERENCES events (id),
  report     TEXT NOT NULL REFERENCES reports (id),
  title      TEXT NOT NULL,
  forum_date TEXT NOT NULL,
  time_zone  TEXT NOT NULL,
  PRIMARY KEY (report, event_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE sections (
  report       TEXT NOT NULL REFERENCES reports (id),
  id           TEXT NOT NULL,             -- key of the node in the format's outline
  position     INTEGER NOT NULL,
  state        TEXT NOT NULL DEFAULT 'empty'
               CHECK (state IN ('empty', 'draft', 'in_review', 'returned', 'approved')),
  step         INTEGER NOT NULL DEFAULT 0 CHECK (step >= 0),  -- in_review: 0-based review step
  state_since  INTEGER NOT NULL,
  lead         TEXT REFERENCES agencies (id),
  contributors TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(contributors)),
  due_on       TEXT,                      -- null: the format's default day
  due_reason   TEXT,
  title        TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(title)),  -- corrections of the format's titles
  nothing_event INTEGER REFERENCES transitions (event_id),            -- the declaration in force
  version      INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (report, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE section_versions (
  event_id INTEGER NOT NULL REFERENCES events (id),
  report   TEXT NOT NULL,
  section  TEXT NOT NULL,
  state    TEXT NOT NULL,
  step     INTEGER NOT NULL,
  lead     TEXT,
  contributors TEXT NOT NULL,
  title    TEXT NOT NULL,
  nothing_event INTEGER,
  PRIMARY KEY (report, section, event_id),
  FOREIGN KEY (report, section) REFERENCES sections (report, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE revisions (
  event_id        INTEGER PRIMARY KEY REFERENCES events (id),
  report          TEXT NOT NULL,
  section         TEXT NOT NULL,
  language        TEXT NOT NULL,
  revision        INTEGER NOT NULL CHECK (revision > 0),
  words           INTEGER NOT NULL,
  sha256          TEXT NOT NULL,
  note            TEXT,
  source_revision INTEGER,                -- translations: the source revision they were made from
  minor           INTEGER NOT NULL DEFAULT 0 CHECK (minor IN (0, 1)),
  reason          TEXT,                   -- minor: why
  user            TEXT NOT NULL REFERENCES users (id),
  agency          TEXT,
  role            TEXT NOT NULL,
  saved_at        INTEGER NOT NULL,
  markdown        TEXT NOT NULL,          -- last, so that lists of revisions never read it
  CONSTRAINT revisions_number UNIQUE (report, section, language, revision),
  FOREIGN KEY (report, section) REFERENCES sections (report, id)
) STRICT;

-- The newest revision of every text, so that status and compiling never search the history.
CREATE TABLE texts (
  report   TEXT NOT NULL,
  section  TEXT NOT NULL,
  language TEXT NOT NULL,
  revision INTEGER NOT NULL,
  event_id INTEGER NOT NULL REFERENCES revisions (event_id),
  confirmed INTEGER NOT NULL DEFAULT 0,   -- newest revision that an approval or a confirmation covered
  PRIMARY KEY (report, section, language)
) STRICT, WITHOUT ROWID;

-- Agencies that ever saved a text of a section, for the annex of who contributed what.
CREATE TABLE section_writers (
  report   TEXT NOT NULL,
  section  TEXT NOT NULL,
  agency   TEXT NOT NULL REFERENCES agencies (id),
  event_id INTEGER NOT NULL REFERENCES events (id),  -- the first time
  PRIMARY KEY (report, section, agency)
) STRICT, WITHOUT ROWID;

CREATE TABLE transitions (
  event_id   INTEGER PRIMARY KEY REFERENCES events (id),
  report     TEXT NOT NULL,
  section    TEXT NOT NULL,
  action     TEXT NOT NULL,
  from_state TEXT NOT NULL,
  from_step  TEXT,                        -- key of the review step
  to_state   TEXT NOT NULL,
  to_step    TEXT,
  reason     TEXT,
  revisions  TEXT NOT NULL CHECK (json_valid(revisions)),  -- language -> revision that the act was about
  own_text   INTEGER NOT NULL DEFAULT 0 CHECK (own_text IN (0, 1)),  -- four eyes recorded, not kept
  user       TEXT NOT NULL REFERENCES users (id),
  agency     TEXT,
  role       TEXT NOT NULL,
  at         INTEGER NOT NULL,
  FOREIGN KEY (report, section) REFERENCES sections (report, id)
) STRICT;
CREATE INDEX transitions_by_section ON transitions (report, section, event_id);

CREATE TABLE confirmations (
  event_id INTEGER NOT NULL REFERENCES events (id),
  report   TEXT NOT NULL,
  section  TEXT NOT NULL,
  language TEXT NOT NULL,
  revision INTEGER NOT NULL,
  PRIMARY KEY (report, section, language, event_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE idempotency_keys (
  user         TEXT NOT NULL,
  key          TEXT NOT NULL,
  request_hash TEXT NOT NULL,             -- SHA-256 of method, target and body
  status       INTEGER NOT NULL,
  headers      TEXT NOT NULL CHECK (json_valid(headers)),
  body         TEXT NOT NULL,
  at           INTEGER NOT NULL,
  PRIMARY KEY (user, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_keys_by_time ON idempotency_keys (at);
