-- The glossary of a report, every version of it. A report without a row here has the one of its format.
CREATE TABLE glossary_versions (
  report    TEXT NOT NULL REFERENCES reports (id),
  version   INTEGER NOT NULL CHECK (version >= 1),
  event_id  INTEGER NOT NULL UNIQUE REFERENCES events (id),  -- has the hash of the entries
  entries   TEXT NOT NULL CHECK (json_valid(entries)),
  sha256    TEXT NOT NULL CHECK (length(sha256) = 64),
  PRIMARY KEY (report, version)
) STRICT;

-- Hash of the newest one's entries, so that a save knows without asking whether there is one.
ALTER TABLE reports ADD COLUMN glossary TEXT CHECK (length(glossary) = 64);
