-- The changes of a section's assignment, newest first: which deadline was called off, and when.
CREATE INDEX events_by_assignment ON events (report, section, id) WHERE type = 'section.updated';
