-- An export that was cancelled stays, and says so and by whom: so it has an end without a file and without a failure.

CREATE TABLE exports_made (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice, so that an old address shows nothing else
  report         TEXT NOT NULL REFERENCES reports (id),
  formats        TEXT NOT NULL CHECK (json_valid(formats)),
  languages      TEXT NOT NULL CHECK (json_valid(languages)),
  selection      TEXT NOT NULL CHECK (selection IN ('approved', 'latest')),
  content_event  INTEGER NOT NULL REFERENCES events (id),  -- the last event that the files contain
  readable       TEXT NOT NULL CHECK (json_valid(readable)),  -- the sections whose texts they show
  user           TEXT NOT NULL REFERENCES users (id),
  requested_at   INTEGER NOT NULL,
  finished_at    INTEGER,                 -- one of the three below says how it ended
  failure        TEXT,                    -- for people
  cancelled_by   TEXT REFERENCES users (id),
  sha256         TEXT CHECK (length(sha256) = 64),
  bytes          INTEGER,                 -- of the archive
  edition        TEXT CHECK (edition IS NULL OR json_valid(edition)),
  frozen_as      INTEGER CHECK (frozen_as IS NULL OR (edition IS NOT NULL AND sha256 IS NOT NULL)),
  CHECK ((finished_at IS NOT NULL) = ((failure IS NOT NULL) + (cancelled_by IS NOT NULL) + (sha256 IS NOT NULL)))
) STRICT;
INSERT INTO exports_made (id, report, formats, languages, selection, content_event, readable, user, requested_at,
                          finished_at, failure, sha256, bytes, edition, frozen_as)
  SELECT id, report, formats, languages, selection, content_event, readable, user, requested_at, finished_at, failure,
         sha256, bytes, edition, frozen_as FROM exports;
-- Numbers go on from the last one that was given, be its row there still or not.
DELETE FROM sqlite_sequence WHERE name = 'exports_made';
INSERT INTO sqlite_sequence (name, seq) SELECT 'exports_made', seq FROM sqlite_sequence WHERE name = 'exports';
DROP TABLE exports;
ALTER TABLE exports_made RENAME TO exports;
CREATE INDEX exports_by_report ON exports (report, id);
CREATE INDEX exports_to_do ON exports (id) WHERE finished_at IS NULL;
CREATE INDEX exports_by_end ON exports (finished_at);
