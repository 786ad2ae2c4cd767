-- Of a digest, what it tells of: before one goes out late, what was read or done meanwhile is taken from it.
ALTER TABLE mails ADD COLUMN told_after INTEGER;                                 -- news up to this event were told before; null: no digest
ALTER TABLE mails ADD COLUMN news_only INTEGER CHECK (news_only IN (0, 1));
