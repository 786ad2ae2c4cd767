-- The submission log: to whom an edition was sent, when and by which channel, and what came back. Rows are only
-- inserted.

CREATE TABLE submissions (
  report       TEXT NOT NULL,
  number       INTEGER NOT NULL CHECK (number > 0),
  edition      INTEGER NOT NULL,
  addressee    TEXT NOT NULL,
  channel      TEXT NOT NULL,
  sent_on      TEXT NOT NULL,             -- ISO day where the report is written
  reference    TEXT,                      -- e.g. the number of a note verbale
  note         TEXT,
  event_id     INTEGER NOT NULL UNIQUE REFERENCES events (id),  -- by which it was recorded; has the manifest's hash
  user         TEXT NOT NULL REFERENCES users (id),
  agency       TEXT,
  role         TEXT NOT NULL,
  recorded_at  INTEGER NOT NULL,
  PRIMARY KEY (report, number),
  FOREIGN KEY (report, edition) REFERENCES editions (report, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE receipts (
  report       TEXT NOT NULL,
  number       INTEGER NOT NULL,          -- of the submission
  name         TEXT NOT NULL,             -- "tkm-2026.submission-1.receipt.pdf"
  media_type   TEXT NOT NULL CHECK (media_type IN ('application/pdf', 'image/png', 'image/jpeg')),
  sha256       TEXT NOT NULL CHECK (length(sha256) = 64),
  event_id     INTEGER NOT NULL UNIQUE REFERENCES events (id),  -- by which it was added; has its hash
  user         TEXT NOT NULL REFERENCES users (id),
  agency       TEXT,
  role         TEXT NOT NULL,
  recorded_at  INTEGER NOT NULL,
  content      BLOB NOT NULL CHECK (length(content) BETWEEN 1 AND 10485760),
  PRIMARY KEY (report, number),
  FOREIGN KEY (report, number) REFERENCES submissions (report, number)
) STRICT;
