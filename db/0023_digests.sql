-- Up to which day and which event a person was told by a digest. No history: it says nothing about a report.
CREATE TABLE digests (
  user  TEXT PRIMARY KEY REFERENCES users (id),
  day   TEXT NOT NULL,
  event INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
