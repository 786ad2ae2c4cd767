-- What was only a habit becomes a rule: references and values that were not declared, and tables of history that are
-- only added to.

-- Positions in the outline.
CREATE UNIQUE INDEX sections_position ON sections (report, position);

CREATE TABLE texts_made (
  report   TEXT NOT NULL,
  section  TEXT NOT NULL,
  language TEXT NOT NULL,
  revision INTEGER NOT NULL,
  event_id INTEGER NOT NULL REFERENCES revisions (event_id),
  -- newest revision that an approval or a confirmation covered
  confirmed INTEGER NOT NULL DEFAULT 0 CHECK (confirmed >= 0),
  PRIMARY KEY (report, section, language),
  FOREIGN KEY (report, section) REFERENCES sections (report, id),
  FOREIGN KEY (report, section, language, revision) REFERENCES revisions (report, section, language, revision)
) STRICT, WITHOUT ROWID;
INSERT INTO texts_made (report, section, language, revision, event_id, confirmed)
  SELECT report, section, language, revision, event_id, confirmed FROM texts;
DROP TABLE texts;
ALTER TABLE texts_made RENAME TO texts;

CREATE TABLE confirmations_made (
  event_id INTEGER NOT NULL REFERENCES events (id),
  report   TEXT NOT NULL,
  section  TEXT NOT NULL,
  language TEXT NOT NULL,
  revision INTEGER NOT NULL,
  PRIMARY KEY (report, section, language, event_id),
  FOREIGN KEY (report, section) REFERENCES sections (report, id),
  FOREIGN KEY (report, section, language, revision) REFERENCES revisions (report, section, language, revision)
) STRICT, WITHOUT ROWID;
INSERT INTO confirmations_made (event_id, report, section, language, revision)
  SELECT event_id, report, section, language, revision FROM confirmations;
DROP TABLE confirmations;
ALTER TABLE confirmations_made RENAME TO confirmations;

CREATE TABLE section_writers_made (
  report   TEXT NOT NULL,
  section  TEXT NOT NULL,
  agency   TEXT NOT NULL REFERENCES agencies (id),
  event_id INTEGER NOT NULL REFERENCES events (id),  -- the first time
  PRIMARY KEY (report, section, agency),
  FOREIGN KEY (report, section) REFERENCES sections (report, id)
) STRICT, WITHOUT ROWID;
INSERT INTO section_writers_made (report, section, agency, event_id)
  SELECT report, section, agency, event_id FROM section_writers;
DROP TABLE section_writers;
ALTER TABLE section_writers_made RENAME TO section_writers;

CREATE TABLE pictures_made (
  report   TEXT NOT NULL,
  section  TEXT NOT NULL,
  name     TEXT NOT NULL,
  event_id INTEGER NOT NULL REFERENCES picture_versions (event_id),
  PRIMARY KEY (report, section, name),
  FOREIGN KEY (report, section) REFERENCES sections (report, id)
) STRICT, WITHOUT ROWID;
INSERT INTO pictures_made (report, section, name, event_id) SELECT report, section, name, event_id FROM pictures;
DROP TABLE pictures;
ALTER TABLE pictures_made RENAME TO pictures;

CREATE TABLE transitions_made (
  event_id   INTEGER PRIMARY KEY REFERENCES events (id),
  report     TEXT NOT NULL,
  section    TEXT NOT NULL,
  action     TEXT NOT NULL CHECK (action IN ('submit', 'declare_nothing', 'withdraw', 'approve', 'return', 'reopen',
                                             'confirm_translation')),
  from_state TEXT NOT NULL CHECK (from_state IN ('empty', 'draft', 'in_review', 'returned', 'approved')),
  from_step  TEXT,                        -- key of the review step
  to_state   TEXT NOT NULL CHECK (to_state IN ('empty', 'draft', 'in_review', 'returned', 'approved')),
  to_step    TEXT,
  reason     TEXT,
  revisions  TEXT NOT NULL CHECK (json_valid(revisions)),  -- language -> revision that the act was about
  own_text   INTEGER NOT NULL DEFAULT 0 CHECK (own_text IN (0, 1)),  -- four eyes recorded, not kept
  user       TEXT NOT NULL REFERENCES users (id),
  agency     TEXT,
  role       TEXT NOT NULL,
  at         INTEGER NOT NULL,
  FOREIGN KEY (report, section) REFERENCES sections (report, id)
) STRICT;
INSERT INTO transitions_made (event_id, report, section, action, from_state, from_step, to_state, to_step, reason,
                              revisions, own_text, user, agency, role, at)
  SELECT event_id, report, section, action, from_state, from_step, to_state, to_step, reason, revisions, own_text,
         user, agency, role, at FROM transitions;
DROP TABLE transitions;
ALTER TABLE transitions_made RENAME TO transitions;
CREATE INDEX transitions_by_section ON transitions (report, section, event_id);

CREATE TABLE section_versions_made (
  event_id INTEGER NOT NULL REFERENCES events (id),
  report   TEXT NOT NULL,
  section  TEXT NOT NULL,
  state    TEXT NOT NULL CHECK (state IN ('empty', 'draft', 'in_review', 'returned', 'approved')),
  step     INTEGER NOT NULL CHECK (step >= 0),
  lead     TEXT REFERENCES agencies (id),
  contributors TEXT NOT NULL CHECK (json_valid(contributors)),
  title    TEXT NOT NULL CHECK (json_valid(title)),
  nothing_event INTEGER REFERENCES transitions (event_id),
  PRIMARY KEY (report, section, event_id),
  FOREIGN KEY (report, section) REFERENCES sections (report, id)
) STRICT, WITHOUT ROWID;
INSERT INTO section_versions_made (event_id, report, section, state, step, lead, contributors, title, nothing_event)
  SELECT event_id, report, section, state, step, lead, contributors, title, nothing_event FROM section_versions;
DROP TABLE section_versions;
ALTER TABLE section_versions_made RENAME TO section_versions;

CREATE TABLE promise_answers_made (
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
  FOREIGN KEY (report, number) REFERENCES promises (report, number),
  FOREIGN KEY (report, answered_in) REFERENCES sections (report, id)
) STRICT;
INSERT INTO promise_answers_made (event_id, report, number, version, status, agency, answered_in, note, user,
                                  author_agency, role, at)
  SELECT event_id, report, number, version, status, agency, answered_in, note, user, author_agency, role, at
    FROM promise_answers;
DROP TABLE promise_answers;
ALTER TABLE promise_answers_made RENAME TO promise_answers;

-- The text of a section as of an event: one step into this index, however long the history is.
CREATE INDEX revisions_by_event ON revisions (report, section, language, event_id);

-- Tables of history are only added to. REPLACE would take a row away without asking the triggers of DELETE, so a row
-- that is there already is refused too.
CREATE TRIGGER events_unchanged BEFORE UPDATE ON events
  BEGIN SELECT RAISE(ABORT, 'events is history: it is only added to'); END;
CREATE TRIGGER events_kept BEFORE DELETE ON events
  BEGIN SELECT RAISE(ABORT, 'events is history: it is only added to'); END;
CREATE TRIGGER events_once BEFORE INSERT ON events WHEN EXISTS (SELECT 1 FROM events WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: events.id'); END;
CREATE TRIGGER agency_versions_unchanged BEFORE UPDATE ON agency_versions
  BEGIN SELECT RAISE(ABORT, 'agency_versions is history: it is only added to'); END;
CREATE TRIGGER agency_versions_kept BEFORE DELETE ON agency_versions
  BEGIN SELECT RAISE(ABORT, 'agency_versions is history: it is only added to'); END;
CREATE TRIGGER agency_versions_once BEFORE INSERT ON agency_versions
  WHEN EXISTS (SELECT 1 FROM agency_versions WHERE agency = NEW.agency AND event_id = NEW.event_id)
  BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: agency_versions.agency'); END;
CREATE TRIGGER report_versions_unchanged BEFORE UPDATE ON report_versions
  BEGIN SELECT RAISE(ABORT, 'report_versions is history: it is only added to'); END;
CREATE TRIGGER report_versions_kept BEFORE DELETE ON report_versions
  BEGIN SELECT RAISE(ABORT, 'report_versions is history: it is only added to'); END;
CREATE TRIGGER report_versions_once BEFORE INSERT ON report_versions
  WHEN EXISTS (SELECT 1 FROM report_versions WHERE report = NEW.report AND event_id = NEW.event_id)
  BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: report_versions.report'); END;
CREATE TRIGGER section_versions_unchanged BEFORE UPDATE ON section_versions
  BEGIN SELECT RAISE(ABORT, 'section_versions is history: it is only added to'); END;
CREATE TRIGGER section_versions_kept BEFORE DELETE ON section_versions
  BEGIN SELECT RAISE(ABORT, 'section_versions is history: it is only added to'); END;
CREATE TRIGGER section_versions_once BEFORE INSERT ON section_versions
  WHEN EXISTS (SELECT 1 FROM section_versions
                 WHERE report = NEW.report AND section = NEW.section AND event_id = NEW.event_id)
  BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: section_versions.report'); END;
CREATE TRIGGER formats_unchanged BEFORE UPDATE ON formats
  BEGIN SELECT RAISE(ABORT, 'formats is history: it is only added to'); END;
CREATE TRIGGER formats_kept BEFORE DELETE ON formats
  BEGIN SELECT RAISE(ABORT, 'formats is history: it is only added to'); END;
CREATE TRIGGER formats_once BEFORE INSERT ON formats
  WHEN EXISTS (SELECT 1 FROM formats WHERE id = NEW.id AND version = NEW.version)
    OR EXISTS (SELECT 1 FROM formats WHERE rowid = NEW.rowid)
  BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: formats.id'); END;
CREATE TRIGGER revisions_unchanged BEFORE UPDATE ON revisions
  BEGIN SELECT RAISE(ABORT, 'revisions is history: it is only added to'); END;
CREATE TRIGGER revisions_kept BEFORE DELETE ON revisions
  BEGIN SELECT RAISE(ABORT, 'revisions is history: it is only added to'); END;
CREATE TRIGGER revisions_once BEFORE INSERT ON revisions
  WHEN EXISTS (SELECT 1 FROM revisions WHERE event_id = NEW.event_id)
    OR EXISTS (SELECT 1 FROM revisions
                 WHERE report = NEW.report AND section = NEW.section AND language = NEW.language AND revision = NEW.revision)
  BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: revisions.report'); END;
CREATE TRIGGER carried_over_unchanged BEFORE UPDATE ON carried_over
  BEGIN SELECT RAISE(ABORT, 'carried_over is history: it is only added to'); END;
CREATE TRIGGER carried_over_kept BEFORE DELETE ON carried_over
  BEGIN SELECT RAISE(ABORT, 'carried_over is history: it is only added to'); END;
CREATE TRIGGER carried_over_once BEFORE INSERT ON carried_over WHEN EXISTS (SELECT 1 FROM carried_over
                 WHERE event_id = NEW.event_id)
  BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: carried_over.event_id'); END;
CREATE TRIGGER placed_pictures_unchanged BEFORE UPDATE ON placed_pictures
  BEGIN SELECT RAISE(ABORT, 'placed_pictures is history: it is only added to'); END;
CREATE TRIGGER placed_pictures_kept BEFORE DELETE ON placed_pictures
  BEGIN SELECT RAISE(ABORT, 'placed_pictures is history: it is only added to'); END;
CREATE TRIGGER placed_pictures_once BEFORE INSERT ON placed_pictures
  WHEN EXISTS (SELECT 1 FROM placed_pictures WHERE event_id = NEW.event_id AND name = NEW.name)
  BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: placed_pictures.event_id'); END;
CREATE TRIGGER section_writers_unchanged BEFORE UPDATE ON section_writers
  BEGIN SELECT RAISE(ABORT, 'section_writers is history: it is only added to'); END;
CREATE TRIGGER section_writers_kept BEFORE DELETE ON section_writers
  BEGIN SELECT RAISE(ABORT, 'section_writers is history: it is only added to'); END;
CREATE TRIGGER section_writers_once BEFORE INSERT ON section_writers
  WHEN EXISTS (SELECT 1 FROM section_writers
                 WHERE report = NEW.report AND section = NEW.section AND agency = NEW.agency)
  BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: section_writers.report'); END;
CREATE TRIGGER transitions_unchanged BEFORE UPDATE ON transitions
  BEGIN SELECT RAISE(ABORT, 'transitions is history: it is only added to'); END;
CREATE TRIGGER transitions_kept BEFORE DELETE ON transitions
  BEGIN SELECT RAISE(ABORT, 'transitions is history: it is only added to'); END;
CREATE TRIGGER transitions_once BEFORE INSERT ON transitions WHEN EXISTS (SELECT 1 FROM transitions
                 WHERE event_id = NEW.event_id)
  BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: transitions.event_id'); END;
CREATE TRIGGER confirmations_unchanged BEFORE UPDATE ON confirmations
  BEGIN SELECT RAISE(ABORT, 'confirmations is history: it is only added to'); END;
CREATE TRIGGER confirmations_kept BEFORE DELETE ON confirmations
  BEGIN SELECT RAISE(ABORT, 'confirmations is history: it is only added to'); END;
CREATE TRIGGER confirmations_once BEFORE INSERT ON confirmations
  WHEN EXISTS (SELECT 1 FROM confirmations
                 WHERE report = NEW.report AND section = NEW.section AND language = NEW.language AND event_id = NEW.event_id)
  BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: confirmations.report'); END;
CREATE TRIGGER picture_versions_unchanged BEFORE UPDATE ON picture_versions
  BEGIN SELECT RAISE(ABORT, 'picture_versions is history: it is only added to'); END;
CREATE TRIGGER picture_versions_kept BEFORE DELETE ON picture_versions
  BEGIN SELECT RAISE(ABORT, 'picture_versions is history: it is only added to'); END;
CREATE TRIGGER picture_versions_once BEFORE INSERT ON picture_versions
  WHEN EXISTS (SELECT 1 FROM picture_versions WHERE event_id = NEW.event_id)
    OR EXISTS (SELECT 1 FROM picture_versions
                 WHERE report = NEW.report AND section = NEW.section AND name = NEW.name AND version = NEW.version)
  BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: picture_versions.event_id'); END;
CREATE TRIGGER glossary_versions_unchanged BEFORE UPDATE ON glossary_versions
  BEGIN SELECT RAISE(ABORT, 'glossary_versions is history: it is only added to'); END;
CREATE TRIGGER glossary_versions_kept BEFORE DELETE ON glossary_versions
  BEGIN SELECT RAISE(ABORT, 'glossary_versions is history: it is only added to'); END;
CREATE TRIGGER glossary_versions_once BEFORE INSERT ON glossary_versions
  WHEN EXISTS (SELECT 1 FROM glossary_versions WHERE report = NEW.report AND version = NEW.version)
    OR EXISTS (SELECT 1 FROM glossary_versions WHERE event_id = NEW.event_id)
    OR EXISTS (SELECT 1 FROM glossary_versions WHERE rowid = NEW.rowid)
  BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: glossary_versions.report'); END;
CREATE TRIGGER promises_unchanged BEFORE UPDATE ON promises
  BEGIN SELECT RAISE(ABORT, 'promises is history: it is only added to'); END;
CREATE TRIGGER promises_kept BEFORE DELETE ON promises
  BEGIN SELECT RAISE(ABORT, 'promises is history: it is only added to'); END;
CREATE TRIGGER promises_once BEFORE INSERT ON promises
  WHEN EXISTS (SELECT 1 FROM promises WHERE report = NEW.report AND number = NEW.number)
    OR EXISTS (SELECT 1 FROM promises WHERE event_id = NEW.event_id)
  BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: promises.report'); END;
CREATE TRIGGER promise_answers_unchanged BEFORE UPDATE ON promise_answers
  BEGIN SELECT RAISE(ABORT, 'promise_answers is history: it is only added to'); END;
CREATE TRIGGER promise_answers_kept BEFORE DELETE ON promise_answers
  BEGIN SELECT RAISE(ABORT, 'promise_answers is history: it is only added to'); END;
CREATE TRIGGER promise_answers_once BEFORE INSERT ON promise_answers
  WHEN EXISTS (SELECT 1 FROM promise_answers WHERE event_id = NEW.event_id)
    OR EXISTS (SELECT 1 FROM promise_answers
                 WHERE report = NEW.report AND number = NEW.number AND version = NEW.version)
  BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: promise_answers.event_id'); END;
-- An edition is withdrawn once; nothing else of it ever changes.
CREATE TRIGGER editions_unchanged BEFORE UPDATE ON editions
  WHEN OLD.withdrawn_event IS NOT NULL OR NEW.withdrawn_event IS NULL OR NEW.report IS NOT OLD.report OR NEW.number IS
    NOT OLD.number OR NEW.name IS NOT OLD.name OR NEW.kind IS NOT OLD.kind OR NEW.selection IS NOT OLD.selection OR
    NEW.languages IS NOT OLD.languages OR NEW.override_reason IS NOT OLD.override_reason OR NEW.content_event IS NOT
    OLD.content_event OR NEW.event_id IS NOT OLD.event_id OR NEW.manifest IS NOT OLD.manifest OR NEW.user IS NOT
    OLD.user OR NEW.agency IS NOT OLD.agency OR NEW.role IS NOT OLD.role OR NEW.frozen_at IS NOT OLD.frozen_at
  BEGIN SELECT RAISE(ABORT, 'editions is history: it is only added to'); END;
CREATE TRIGGER editions_kept BEFORE DELETE ON editions
  BEGIN SELECT RAISE(ABORT, 'editions is history: it is only added to'); END;
CREATE TRIGGER editions_once BEFORE INSERT ON editions
  WHEN EXISTS (SELECT 1 FROM editions WHERE report = NEW.report AND number = NEW.number)
  BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: editions.report'); END;
CREATE TRIGGER edition_files_unchanged BEFORE UPDATE ON edition_files
  BEGIN SELECT RAISE(ABORT, 'edition_files is history: it is only added to'); END;
CREATE TRIGGER edition_files_kept BEFORE DELETE ON edition_files
  BEGIN SELECT RAISE(ABORT, 'edition_files is history: it is only added to'); END;
CREATE TRIGGER edition_files_once BEFORE INSERT ON edition_files
  WHEN EXISTS (SELECT 1 FROM edition_files WHERE id = NEW.id)
    OR EXISTS (SELECT 1 FROM edition_files
                 WHERE report = NEW.report AND number = NEW.number AND name = NEW.name)
  BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: edition_files.id'); END;
CREATE TRIGGER submissions_unchanged BEFORE UPDATE ON submissions
  BEGIN SELECT RAISE(ABORT, 'submissions is history: it is only added to'); END;
CREATE TRIGGER submissions_kept BEFORE DELETE ON submissions
  BEGIN SELECT RAISE(ABORT, 'submissions is history: it is only added to'); END;
CREATE TRIGGER submissions_once BEFORE INSERT ON submissions
  WHEN EXISTS (SELECT 1 FROM submissions WHERE report = NEW.report AND number = NEW.number)
    OR EXISTS (SELECT 1 FROM submissions WHERE event_id = NEW.event_id)
  BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: submissions.report'); END;
CREATE TRIGGER receipts_unchanged BEFORE UPDATE ON receipts
  BEGIN SELECT RAISE(ABORT, 'receipts is history: it is only added to'); END;
CREATE TRIGGER receipts_kept BEFORE DELETE ON receipts
  BEGIN SELECT RAISE(ABORT, 'receipts is history: it is only added to'); END;
CREATE TRIGGER receipts_once BEFORE INSERT ON receipts
  WHEN EXISTS (SELECT 1 FROM receipts WHERE report = NEW.report AND number = NEW.number)
    OR EXISTS (SELECT 1 FROM receipts WHERE event_id = NEW.event_id)
    OR EXISTS (SELECT 1 FROM receipts WHERE rowid = NEW.rowid)
  BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: receipts.report'); END;
