-- Editions: compiled reports that were frozen, with every file as it was made. Rows are only inserted; withdrawing one
-- fills its last columns, and nothing else ever changes.

CREATE TABLE editions (
  report            TEXT NOT NULL REFERENCES reports (id),
  number            INTEGER NOT NULL CHECK (number > 0),
  name              TEXT NOT NULL,
  kind              TEXT NOT NULL CHECK (kind IN ('draft', 'final')),
  selection         TEXT NOT NULL CHECK (selection IN ('approved', 'latest')),
  languages         TEXT NOT NULL CHECK (json_valid(languages)),
  override_reason   TEXT,                 -- final: why it was frozen although something was missing
  content_event     INTEGER NOT NULL REFERENCES events (id),  -- the last event that the files contain
  event_id          INTEGER NOT NULL REFERENCES events (id),  -- by which it was frozen; has the manifest's hash
  manifest          TEXT NOT NULL CHECK (json_valid(manifest)),
  user              TEXT NOT NULL REFERENCES users (id),
  agency            TEXT,
  role              TEXT NOT NULL,
  frozen_at         INTEGER NOT NULL,
  withdrawn_event   INTEGER REFERENCES events (id),
  withdrawn_at      INTEGER,
  withdrawn_by      TEXT REFERENCES users (id),
  withdrawn_reason  TEXT,
  PRIMARY KEY (report, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE edition_files (
  id      INTEGER PRIMARY KEY,
  report  TEXT NOT NULL,
  number  INTEGER NOT NULL,
  name    TEXT NOT NULL,                  -- "tkm-2026.ru.pdf"
  content BLOB NOT NULL,
  UNIQUE (report, number, name),
  FOREIGN KEY (report, number) REFERENCES editions (report, number)
) STRICT;
