-- Meetings of the working group. `meetings` holds the present; every change adds a row to `meeting_versions`. What
-- agencies answered to the roll call and what was decided is only inserted.
CREATE TABLE meetings (
  report     TEXT NOT NULL REFERENCES reports (id),
  number     INTEGER NOT NULL CHECK (number > 0),
  version    INTEGER NOT NULL CHECK (version > 0),
  title      TEXT NOT NULL CHECK (title <> ''),
  held_on    TEXT NOT NULL,
  starts_at  TEXT,
  place      TEXT,
  link       TEXT,
  organisers TEXT NOT NULL CHECK (json_valid(organisers)),
  partners   TEXT NOT NULL CHECK (json_valid(partners)),
  agencies   TEXT NOT NULL CHECK (json_valid(agencies)),
  topics     TEXT NOT NULL CHECK (json_valid(topics)),
  state      TEXT NOT NULL CHECK (state IN ('planned', 'held', 'cancelled')),
  reason     TEXT,
  agenda     TEXT CHECK (agenda IS NULL OR json_valid(agenda)),
  event_id   INTEGER NOT NULL UNIQUE REFERENCES events (id),
  PRIMARY KEY (report, number),
  CHECK ((state = 'cancelled') = (reason IS NOT NULL)),
  CHECK ((state = 'held') = (agenda IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE meeting_versions (
  event_id   INTEGER PRIMARY KEY REFERENCES events (id),
  report     TEXT NOT NULL,
  number     INTEGER NOT NULL,
  version    INTEGER NOT NULL CHECK (version > 0),
  title      TEXT NOT NULL,
  held_on    TEXT NOT NULL,
  starts_at  TEXT,
  place      TEXT,
  link       TEXT,
  organisers TEXT NOT NULL,
  partners   TEXT NOT NULL,
  agencies   TEXT NOT NULL,
  topics     TEXT NOT NULL,
  state      TEXT NOT NULL,
  reason     TEXT,
  agenda     TEXT,
  UNIQUE (report, number, version),
  FOREIGN KEY (report, number) REFERENCES meetings (report, number)
) STRICT;

CREATE TABLE roll_call_answers (
  event_id      INTEGER PRIMARY KEY REFERENCES events (id),
  report        TEXT NOT NULL,
  meeting       INTEGER NOT NULL,
  agency        TEXT NOT NULL REFERENCES agencies (id),
  version       INTEGER NOT NULL CHECK (version > 0),
  ready         INTEGER NOT NULL CHECK (ready IN (0, 1)),
  lacks         TEXT,
  attends       TEXT,
  UNIQUE (report, meeting, agency, version),
  FOREIGN KEY (report, meeting) REFERENCES meetings (report, number),
  CHECK (ready = 1 OR lacks IS NOT NULL)
) STRICT;

CREATE TABLE decisions (
  event_id INTEGER PRIMARY KEY REFERENCES events (id),
  report   TEXT NOT NULL,
  meeting  INTEGER NOT NULL,
  number   INTEGER NOT NULL CHECK (number > 0),
  text     TEXT NOT NULL CHECK (text <> ''),
  task     INTEGER,
  UNIQUE (report, meeting, number),
  FOREIGN KEY (report, meeting) REFERENCES meetings (report, number),
  FOREIGN KEY (report, task) REFERENCES tasks (report, number)
) STRICT;

CREATE TABLE minutes (
  event_id INTEGER PRIMARY KEY REFERENCES events (id),
  report   TEXT NOT NULL,
  meeting  INTEGER NOT NULL,
  version  INTEGER NOT NULL CHECK (version > 0),
  markdown TEXT NOT NULL,
  UNIQUE (report, meeting, version),
  FOREIGN KEY (report, meeting) REFERENCES meetings (report, number)
) STRICT;

CREATE TRIGGER meeting_versions_unchanged BEFORE UPDATE ON meeting_versions
  BEGIN SELECT RAISE(ABORT, 'meeting_versions is history: it is only added to'); END;
CREATE TRIGGER meeting_versions_kept BEFORE DELETE ON meeting_versions
  BEGIN SELECT RAISE(ABORT, 'meeting_versions is history: it is only added to'); END;
CREATE TRIGGER meeting_versions_once BEFORE INSERT ON meeting_versions
  WHEN EXISTS (SELECT 1 FROM meeting_versions WHERE event_id = NEW.event_id
               OR (report = NEW.report AND number = NEW.number AND version = NEW.version))
  BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: meeting_versions.event_id'); END;
CREATE TRIGGER roll_call_answers_unchanged BEFORE UPDATE ON roll_call_answers
  BEGIN SELECT RAISE(ABORT, 'roll_call_answers is history: it is only added to'); END;
CREATE TRIGGER roll_call_answers_kept BEFORE DELETE ON roll_call_answers
  BEGIN SELECT RAISE(ABORT, 'roll_call_answers is history: it is only added to'); END;
CREATE TRIGGER roll_call_answers_once BEFORE INSERT ON roll_call_answers
  WHEN EXISTS (SELECT 1 FROM roll_call_answers WHERE event_id = NEW.event_id
               OR (report = NEW.report AND meeting = NEW.meeting AND agency = NEW.agency AND version = NEW.version))
  BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: roll_call_answers.event_id'); END;
CREATE TRIGGER decisions_unchanged BEFORE UPDATE ON decisions
  BEGIN SELECT RAISE(ABORT, 'decisions is history: it is only added to'); END;
CREATE TRIGGER decisions_kept BEFORE DELETE ON decisions
  BEGIN SELECT RAISE(ABORT, 'decisions is history: it is only added to'); END;
CREATE TRIGGER decisions_once BEFORE INSERT ON decisions
  WHEN EXISTS (SELECT 1 FROM decisions WHERE event_id = NEW.event_id
               OR (report = NEW.report AND meeting = NEW.meeting AND number = NEW.number))
  BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: decisions.event_id'); END;
CREATE TRIGGER minutes_unchanged BEFORE UPDATE ON minutes
  BEGIN SELECT RAISE(ABORT, 'minutes is history: it is only added to'); END;
CREATE TRIGGER minutes_kept BEFORE DELETE ON minutes
  BEGIN SELECT RAISE(ABORT, 'minutes is history: it is only added to'); END;
CREATE TRIGGER minutes_once BEFORE INSERT ON minutes
  WHEN EXISTS (SELECT 1 FROM minutes WHERE event_id = NEW.event_id
               OR (report = NEW.report AND meeting = NEW.meeting AND version = NEW.version))
  BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: minutes.event_id'); END;
