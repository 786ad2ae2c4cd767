-- Texts taken over from an earlier report that nobody has looked at here. The mark is of the revision, so the next one
-- has none. Rows are only inserted. A table of its own, because the long texts come last in `revisions`.
CREATE TABLE carried_over (
  event_id      INTEGER PRIMARY KEY REFERENCES revisions (event_id),
  from_report   TEXT NOT NULL REFERENCES reports (id),
  from_revision INTEGER NOT NULL CHECK (from_revision > 0)  -- of the text of the same section and language there
) STRICT;
