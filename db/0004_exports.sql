-- Exports: jobs that make the report in several formats and languages. One without an end waits or runs, and starts
-- again after a restart; rows go some days after the end. They are no part of the log: an export changes nothing.

CREATE TABLE exports (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice, so that an old address shows nothing else
  report         TEXT NOT NULL REFERENCES reports (id),
  formats        TEXT NOT NULL CHECK (json_valid(formats)),
  languages      TEXT NOT NULL CHECK (json_valid(languages)),
  selection      TEXT NOT NULL CHECK (selection IN ('approved', 'latest')),
  content_event  INTEGER NOT NULL REFERENCES events (id),  -- the last event that the files contain
  readable       TEXT NOT NULL CHECK (json_valid(readable)),  -- the sections whose texts they show
  user           TEXT NOT NULL REFERENCES users (id),
  requested_at   INTEGER NOT NULL,
  finished_at    INTEGER,
  failure        TEXT,                    -- for people
  bytes          INTEGER,                 -- of the archive
  sha256         TEXT CHECK (length(sha256) = 64),
  CHECK ((finished_at IS NULL) = (failure IS NULL AND sha256 IS NULL)),
  CHECK (failure IS NULL OR sha256 IS NULL)
) STRICT;
CREATE INDEX exports_by_report ON exports (report, id);
CREATE INDEX exports_to_do ON exports (id) WHERE finished_at IS NULL;
CREATE INDEX exports_by_end ON exports (finished_at);
