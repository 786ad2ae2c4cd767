-- The secret with which the marker lines of forms are sealed: what somebody typed is none of them. One row for good; a form
-- that was sealed with another key is not taken back.
CREATE TABLE form_key (
  only   INTEGER PRIMARY KEY CHECK (only = 1),
  secret TEXT NOT NULL CHECK (length(secret) = 64)
) STRICT;
INSERT INTO form_key VALUES (1, lower(hex(randomblob(32))));
