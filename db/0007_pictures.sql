-- Pictures of sections. Versions are only inserted, so that a report as of any event shows the pictures of then; a
-- picture that was taken away is a version without content.

CREATE TABLE picture_versions (
  event_id   INTEGER PRIMARY KEY REFERENCES events (id),  -- by which it was saved or taken away; has its hash
  report     TEXT NOT NULL,
  section    TEXT NOT NULL,
  name       TEXT NOT NULL,               -- "map.png"
  version    INTEGER NOT NULL CHECK (version > 0),
  media_type TEXT CHECK (media_type IN ('image/png', 'image/jpeg', 'image/svg+xml')),
  sha256     TEXT CHECK (length(sha256) = 64),
  bytes      INTEGER,
  width      INTEGER,                     -- pixels
  height     INTEGER,
  reason     TEXT,                        -- after approval: why
  user       TEXT NOT NULL REFERENCES users (id),
  agency     TEXT,
  role       TEXT NOT NULL,
  saved_at   INTEGER NOT NULL,
  content    BLOB CHECK (length(content) = bytes AND bytes BETWEEN 1 AND 10485760),  -- last: lists never read it
  CONSTRAINT picture_versions_number UNIQUE (report, section, name, version),
  CHECK ((content IS NULL) = (sha256 IS NULL) AND (content IS NULL) = (media_type IS NULL)),
  FOREIGN KEY (report, section) REFERENCES sections (report, id)
) STRICT;

-- The pictures that a section has now.
CREATE TABLE pictures (
  report   TEXT NOT NULL,
  section  TEXT NOT NULL,
  name     TEXT NOT NULL,
  event_id INTEGER NOT NULL REFERENCES picture_versions (event_id),
  PRIMARY KEY (report, section, name)
) STRICT, WITHOUT ROWID;

-- Which pictures a saved text places, so that the status need not read texts.
CREATE TABLE placed_pictures (
  event_id  INTEGER NOT NULL REFERENCES revisions (event_id),
  name      TEXT NOT NULL,
  described INTEGER NOT NULL CHECK (described IN (0, 1)),  -- it has an alternative text wherever it is placed
  PRIMARY KEY (event_id, name)
) STRICT, WITHOUT ROWID;
