-- What the last report promised, as a checklist of this one. Rows of both tables are only inserted; the newest answer
-- of a promise is the one in force.

CREATE TABLE promises (
  report         TEXT NOT NULL REFERENCES reports (id),
  number         INTEGER NOT NULL CHECK (number > 0),
  text           TEXT NOT NULL CHECK (json_valid(text)),
  from_report    TEXT REFERENCES reports (id),  -- null: it was added by hand
  from_section   TEXT,
  from_revisions TEXT NOT NULL CHECK (json_valid(from_revisions)),  -- language -> revision that it was read in
  event_id       INTEGER NOT NULL UNIQUE REFERENCES events (id),    -- by which it was added; has the text's hash
  PRIMARY KEY (report, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE promise_answers (
  event_id      INTEGER PRIMARY KEY REFERENCES events (id),  -- has the note's hash
  report        TEXT NOT NULL,
  number        INTEGER NOT NULL,
  version       INTEGER NOT NULL CHECK (version > 0),
  status        TEXT NOT NULL CHECK (status IN ('open', 'kept', 'partly_kept', 'dropped', 'carried_on')),
  agency        TEXT REFERENCES agencies (id),               -- that answers for it
  answered_in   TEXT,                                        -- section of the report
  note          TEXT,
  user          TEXT NOT NULL REFERENCES users (id),
  author_agency TEXT,
  role          TEXT NOT NULL,
  at            INTEGER NOT NULL,
  UNIQUE (report, number, version),
  FOREIGN KEY (report, number) REFERENCES promises (report, number)
) STRICT;
