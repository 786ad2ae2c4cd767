-- Reminders to agencies: each is an event of its own, and says of which sections. Rows of both tables are only inserted.
CREATE TABLE reminders (
  event_id      INTEGER PRIMARY KEY REFERENCES events (id),  -- its number, too
  report        TEXT NOT NULL REFERENCES reports (id),
  agency        TEXT NOT NULL REFERENCES agencies (id),
  made_on       TEXT NOT NULL,                               -- ISO day where the report is written
  by_hand       INTEGER NOT NULL CHECK (by_hand IN (0, 1)),  -- by the coordinator, not by the rhythm of the format
  note          TEXT,
  user          TEXT REFERENCES users (id),                  -- null: the service itself
  author_agency TEXT,
  role          TEXT,
  at            INTEGER NOT NULL,
  CHECK (by_hand = (user IS NOT NULL))
) STRICT;
CREATE INDEX reminders_by_agency ON reminders (report, agency, event_id);

CREATE TABLE reminder_sections (
  event_id INTEGER NOT NULL REFERENCES reminders (event_id),
  section  TEXT NOT NULL,
  report   TEXT NOT NULL,
  agency   TEXT NOT NULL,
  due_on   TEXT NOT NULL,                                    -- of the agency in this section, on that day
  days     INTEGER NOT NULL,                                 -- from then to the reminder: -3 is three days before
  by_hand  INTEGER NOT NULL CHECK (by_hand IN (0, 1)),
  PRIMARY KEY (event_id, section),
  FOREIGN KEY (report, section) REFERENCES sections (report, id)
) STRICT, WITHOUT ROWID;
-- The rhythm reminds of a deadline once on each of its days, whatever else goes wrong.
CREATE UNIQUE INDEX reminder_sections_once ON reminder_sections (report, section, agency, due_on, days)
  WHERE by_hand = 0;

CREATE TRIGGER reminders_unchanged BEFORE UPDATE ON reminders
  BEGIN SELECT RAISE(ABORT, 'reminders is history: it is only added to'); END;
CREATE TRIGGER reminders_kept BEFORE DELETE ON reminders
  BEGIN SELECT RAISE(ABORT, 'reminders is history: it is only added to'); END;
CREATE TRIGGER reminders_once BEFORE INSERT ON reminders
  WHEN EXISTS (SELECT 1 FROM reminders WHERE event_id = NEW.event_id)
  BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: reminders.event_id'); END;
CREATE TRIGGER reminder_sections_unchanged BEFORE UPDATE ON reminder_sections
  BEGIN SELECT RAISE(ABORT, 'reminder_sections is history: it is only added to'); END;
CREATE TRIGGER reminder_sections_kept BEFORE DELETE ON reminder_sections
  BEGIN SELECT RAISE(ABORT, 'reminder_sections is history: it is only added to'); END;
CREATE TRIGGER reminder_sections_once BEFORE INSERT ON reminder_sections
  WHEN EXISTS (SELECT 1 FROM reminder_sections WHERE (event_id = NEW.event_id AND section = NEW.section)
               OR (NEW.by_hand = 0 AND by_hand = 0 AND report = NEW.report AND section = NEW.section
                   AND agency = NEW.agency AND due_on = NEW.due_on AND days = NEW.days))
  BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: reminder_sections.event_id, reminder_sections.section'); END;

-- Up to which day reminders of a report were made; none: they never were.
CREATE TABLE reminder_days (
  report TEXT PRIMARY KEY REFERENCES reports (id),
  day    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What somebody has read in the inbox. It is private and changes as people read, so it is no event; what an inbox holds
-- is worked out anew each time.
CREATE TABLE inbox_readers (
  user        TEXT PRIMARY KEY REFERENCES users (id),
  until_event INTEGER NOT NULL,                              -- items of this event and of earlier ones are read
  until_at    INTEGER NOT NULL                               -- unless they came up later than then
) STRICT, WITHOUT ROWID;

-- Items that differ from that: read, or unread again.
CREATE TABLE inbox_marks (
  user  TEXT NOT NULL REFERENCES users (id),
  item  TEXT NOT NULL,
  event INTEGER NOT NULL,                                    -- of the item when it was marked: a newer one is unread
  read  INTEGER NOT NULL CHECK (read IN (0, 1)),
  PRIMARY KEY (user, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX inbox_marks_by_item ON inbox_marks (item);
