-- What a deputy did, and who was absent: an act without a row here was done in the doer's own post. Only inserted; the
-- hash of the event covers it.
CREATE TABLE deputy_acts (
  event_id INTEGER PRIMARY KEY REFERENCES events (id),
  absent   TEXT NOT NULL REFERENCES users (id)
) STRICT;

CREATE TRIGGER deputy_acts_unchanged BEFORE UPDATE ON deputy_acts
  BEGIN SELECT RAISE(ABORT, 'deputy_acts is history: it is only added to'); END;
CREATE TRIGGER deputy_acts_kept BEFORE DELETE ON deputy_acts
  BEGIN SELECT RAISE(ABORT, 'deputy_acts is history: it is only added to'); END;
CREATE TRIGGER deputy_acts_once BEFORE INSERT ON deputy_acts
  WHEN EXISTS (SELECT 1 FROM deputy_acts WHERE event_id = NEW.event_id)
  BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: deputy_acts.event_id'); END;

-- Days on which somebody is away, and who stands in for them in their posts.
CREATE TABLE absences (
  id        INTEGER PRIMARY KEY,
  user      TEXT NOT NULL REFERENCES users (id),
  from_day  TEXT NOT NULL,
  until_day TEXT NOT NULL,                                       -- inclusive
  deputy    TEXT NOT NULL REFERENCES users (id),
  posts     TEXT NOT NULL CHECK (json_type(posts) = 'array'),    -- numbers; none: all but those of an admin
  ended_at  INTEGER,                                             -- before its last day was over
  version   INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT absences_dates CHECK (from_day <= until_day),
  CONSTRAINT absences_deputy CHECK (deputy <> user)
) STRICT;
CREATE INDEX absences_by_user ON absences (user, id);
CREATE INDEX absences_by_deputy ON absences (deputy, until_day);
