-- The preparation plan: what has to be done by whom and when, and what help is asked of whom. `tasks` and `assistance`
-- hold the present; every change adds a row to the table of versions beside it, which is only inserted into.
CREATE TABLE tasks (
  report     TEXT NOT NULL REFERENCES reports (id),
  number     INTEGER NOT NULL CHECK (number > 0),
  version    INTEGER NOT NULL CHECK (version > 0),
  title      TEXT NOT NULL CHECK (title <> ''),
  note       TEXT,
  agency     TEXT REFERENCES agencies (id),                  -- that does it; null: a post does
  role       TEXT CHECK (role IN ('coordinator', 'reviewer', 'translator')),  -- of the post that does it
  due_on     TEXT,                                           -- a day of its own
  due_stage  TEXT,                                           -- or one counted from the last day of this stage
  due_days   INTEGER,
  state      TEXT NOT NULL CHECK (state IN ('open', 'under_way', 'done', 'dropped')),
  reason     TEXT,                                           -- why it was dropped
  section    TEXT,                                           -- waits until this is approved
  stage      TEXT,                                           -- waits until this is over
  depends_on TEXT NOT NULL CHECK (json_valid(depends_on)),   -- numbers of tasks that it waits for
  event_id   INTEGER NOT NULL UNIQUE REFERENCES events (id), -- that changed it last
  changed_at INTEGER NOT NULL,                               -- when that was
  PRIMARY KEY (report, number),
  FOREIGN KEY (report, section) REFERENCES sections (report, id),
  CHECK ((agency IS NULL) <> (role IS NULL)),
  CHECK ((due_stage IS NULL) = (due_days IS NULL) AND (due_on IS NULL OR due_stage IS NULL)),
  CHECK ((state = 'dropped') = (reason IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE task_versions (
  event_id   INTEGER PRIMARY KEY REFERENCES events (id),
  report     TEXT NOT NULL,
  number     INTEGER NOT NULL,
  version    INTEGER NOT NULL CHECK (version > 0),
  title      TEXT NOT NULL,
  note       TEXT,
  agency     TEXT,
  role       TEXT,
  due_on     TEXT,
  due_stage  TEXT,
  due_days   INTEGER,
  state      TEXT NOT NULL,
  reason     TEXT,
  section    TEXT,
  stage      TEXT,
  depends_on TEXT NOT NULL,
  UNIQUE (report, number, version),
  FOREIGN KEY (report, number) REFERENCES tasks (report, number)
) STRICT;

CREATE TABLE assistance (
  report    TEXT NOT NULL REFERENCES reports (id),
  number    INTEGER NOT NULL CHECK (number > 0),
  version   INTEGER NOT NULL CHECK (version > 0),
  title     TEXT NOT NULL CHECK (title <> ''),
  note      TEXT,
  partner   TEXT NOT NULL CHECK (partner <> ''),            -- of whom it is asked: "IOM"
  kind      TEXT NOT NULL
            CHECK (kind IN ('expertise', 'training', 'translation', 'data', 'funds', 'printing', 'other')),
  needed_by TEXT,
  amount    TEXT,                                           -- a decimal number as it was written: no arithmetic
  currency  TEXT,
  agency    TEXT REFERENCES agencies (id),                  -- that needs it; null: the whole report does
  task      INTEGER,                                        -- for which it is needed
  state     TEXT NOT NULL CHECK (state IN ('drafted', 'requested', 'agreed', 'declined', 'received', 'withdrawn')),
  answer    TEXT,
  outcome   TEXT,
  event_id  INTEGER NOT NULL UNIQUE REFERENCES events (id), -- that changed it last
  changed_at INTEGER NOT NULL,                              -- when that was
  PRIMARY KEY (report, number),
  FOREIGN KEY (report, task) REFERENCES tasks (report, number),
  CHECK ((amount IS NULL) = (currency IS NULL)),
  CHECK (state NOT IN ('agreed', 'declined') OR answer IS NOT NULL),
  CHECK (state <> 'received' OR outcome IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE assistance_versions (
  event_id  INTEGER PRIMARY KEY REFERENCES events (id),
  report    TEXT NOT NULL,
  number    INTEGER NOT NULL,
  version   INTEGER NOT NULL CHECK (version > 0),
  title     TEXT NOT NULL,
  note      TEXT,
  partner   TEXT NOT NULL,
  kind      TEXT NOT NULL,
  needed_by TEXT,
  amount    TEXT,
  currency  TEXT,
  agency    TEXT,
  task      INTEGER,
  state     TEXT NOT NULL,
  answer    TEXT,
  outcome   TEXT,
  UNIQUE (report, number, version),
  FOREIGN KEY (report, number) REFERENCES assistance (report, number)
) STRICT;

CREATE TRIGGER task_versions_unchanged BEFORE UPDATE ON task_versions
  BEGIN SELECT RAISE(ABORT, 'task_versions is history: it is only added to'); END;
CREATE TRIGGER task_versions_kept BEFORE DELETE ON task_versions
  BEGIN SELECT RAISE(ABORT, 'task_versions is history: it is only added to'); END;
CREATE TRIGGER task_versions_once BEFORE INSERT ON task_versions
  WHEN EXISTS (SELECT 1 FROM task_versions WHERE event_id = NEW.event_id
               OR (report = NEW.report AND number = NEW.number AND version = NEW.version))
  BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: task_versions.event_id'); END;
CREATE TRIGGER assistance_versions_unchanged BEFORE UPDATE ON assistance_versions
  BEGIN SELECT RAISE(ABORT, 'assistance_versions is history: it is only added to'); END;
CREATE TRIGGER assistance_versions_kept BEFORE DELETE ON assistance_versions
  BEGIN SELECT RAISE(ABORT, 'assistance_versions is history: it is only added to'); END;
CREATE TRIGGER assistance_versions_once BEFORE INSERT ON assistance_versions
  WHEN EXISTS (SELECT 1 FROM assistance_versions WHERE event_id = NEW.event_id
               OR (report = NEW.report AND number = NEW.number AND version = NEW.version))
  BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: assistance_versions.event_id'); END;
