-- What a report says of itself on its title page, as JSON of domain::Imprint; nothing was given of those before.
ALTER TABLE reports ADD COLUMN imprint TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(imprint));
ALTER TABLE report_versions ADD COLUMN imprint TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(imprint));
-- Of which part of the report an export is: "section/obj-06" or "agency/labour"; NULL: of the whole.
ALTER TABLE exports ADD COLUMN part TEXT;
