-- Requests for more time, and what became of them. Rows of both tables are only inserted; the newest act of a request
-- says how it stands.
CREATE TABLE extensions (
  report   TEXT NOT NULL REFERENCES reports (id),
  number   INTEGER NOT NULL CHECK (number > 0),
  section  TEXT NOT NULL,
  agency   TEXT NOT NULL REFERENCES agencies (id),        -- that needs more time
  event_id INTEGER NOT NULL UNIQUE REFERENCES events (id),  -- by which it was asked for
  PRIMARY KEY (report, number),
  FOREIGN KEY (report, section) REFERENCES sections (report, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX extensions_by_section ON extensions (report, section, agency);

CREATE TABLE extension_acts (
  event_id      INTEGER PRIMARY KEY REFERENCES events (id),
  report        TEXT NOT NULL,
  number        INTEGER NOT NULL,
  version       INTEGER NOT NULL CHECK (version > 0),
  state         TEXT NOT NULL CHECK (state IN ('asked', 'granted', 'refused', 'withdrawn')),
  until         TEXT NOT NULL,                             -- asked for, or granted
  reason        TEXT,
  user          TEXT NOT NULL REFERENCES users (id),
  author_agency TEXT,
  role          TEXT NOT NULL,
  at            INTEGER NOT NULL,
  UNIQUE (report, number, version),
  FOREIGN KEY (report, number) REFERENCES extensions (report, number)
) STRICT;

CREATE TRIGGER extensions_unchanged BEFORE UPDATE ON extensions
  BEGIN SELECT RAISE(ABORT, 'extensions is history: it is only added to'); END;
CREATE TRIGGER extensions_kept BEFORE DELETE ON extensions
  BEGIN SELECT RAISE(ABORT, 'extensions is history: it is only added to'); END;
CREATE TRIGGER extensions_once BEFORE INSERT ON extensions
  WHEN EXISTS (SELECT 1 FROM extensions WHERE (report = NEW.report AND number = NEW.number) OR event_id = NEW.event_id)
  BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: extensions.report, extensions.number'); END;
CREATE TRIGGER extension_acts_unchanged BEFORE UPDATE ON extension_acts
  BEGIN SELECT RAISE(ABORT, 'extension_acts is history: it is only added to'); END;
CREATE TRIGGER extension_acts_kept BEFORE DELETE ON extension_acts
  BEGIN SELECT RAISE(ABORT, 'extension_acts is history: it is only added to'); END;
CREATE TRIGGER extension_acts_once BEFORE INSERT ON extension_acts
  WHEN EXISTS (SELECT 1 FROM extension_acts WHERE event_id = NEW.event_id
               OR (report = NEW.report AND number = NEW.number AND version = NEW.version))
  BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: extension_acts.event_id'); END;
