-- Days of contributing agencies within a section: agency -> ISO day.
ALTER TABLE sections ADD COLUMN agency_deadlines TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(agency_deadlines));
