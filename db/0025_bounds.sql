-- What is asked often goes straight to its rows, however many others there are.
CREATE INDEX agency_versions_by_event ON agency_versions (event_id);           -- the last event that changes a document
CREATE INDEX posts_by_agency ON posts (agency) WHERE agency IS NOT NULL;       -- who writes for an agency
CREATE INDEX reminders_by_report ON reminders (report, event_id);              -- a page of all reminders of a report
CREATE INDEX tokens_live ON tokens (user, expires_at) WHERE revoked_at IS NULL;  -- how many a person has
