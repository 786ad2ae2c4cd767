-- The emblems that a report has or had on its title page. The imprint of the report names its own by the hash.
CREATE TABLE emblems (
  report  TEXT NOT NULL REFERENCES reports (id),
  sha256  TEXT NOT NULL CHECK (length(sha256) = 64),
  content BLOB NOT NULL CHECK (length(content) BETWEEN 1 AND 1048576),
  PRIMARY KEY (report, sha256)
) STRICT;

CREATE TRIGGER emblems_unchanged BEFORE UPDATE ON emblems
  BEGIN SELECT RAISE(ABORT, 'emblems is history: it is only added to'); END;
CREATE TRIGGER emblems_kept BEFORE DELETE ON emblems
  BEGIN SELECT RAISE(ABORT, 'emblems is history: it is only added to'); END;
CREATE TRIGGER emblems_once BEFORE INSERT ON emblems
  WHEN EXISTS (SELECT 1 FROM emblems WHERE report = NEW.report AND sha256 = NEW.sha256)
  BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: emblems.report, emblems.sha256'); END;
