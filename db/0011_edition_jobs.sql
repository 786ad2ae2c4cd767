-- Editions are made by the jobs that make exports: `edition` is what was asked for (its name, kind and reason, and what was
-- missing when it was asked for), `frozen_as` the number of the edition that came of it.
ALTER TABLE exports ADD COLUMN edition TEXT CHECK (edition IS NULL OR json_valid(edition));
ALTER TABLE exports ADD COLUMN frozen_as INTEGER CHECK (frozen_as IS NULL OR (edition IS NOT NULL AND sha256 IS NOT NULL));
