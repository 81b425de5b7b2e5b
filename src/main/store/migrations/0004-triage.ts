/**
 * What triage says of a ticket (impact, urgency, language), how far it has been escalated, whether it belongs to a drill,
 * and which ticket it stands under or went into; what routing has to know of people.
 */
export const triage = {
  number: 4,
  name: 'triage',
  sql: `
ALTER TABLE ticket ADD COLUMN impact INTEGER;
ALTER TABLE ticket ADD COLUMN urgency INTEGER;
ALTER TABLE ticket ADD COLUMN language TEXT;
ALTER TABLE ticket ADD COLUMN level INTEGER NOT NULL DEFAULT 1;
ALTER TABLE ticket ADD COLUMN drill INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ticket ADD COLUMN parent_id INTEGER REFERENCES ticket (id) ON DELETE SET NULL;
ALTER TABLE ticket ADD COLUMN merged_into INTEGER REFERENCES ticket (id) ON DELETE SET NULL;
CREATE INDEX ticket_parent ON ticket (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX ticket_merged ON ticket (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX open_level ON ticket (level, due_at) WHERE status < 4 AND level > 1;

ALTER TABLE person ADD COLUMN skills TEXT NOT NULL DEFAULT '[]';
ALTER TABLE person ADD COLUMN languages TEXT NOT NULL DEFAULT '[]';
ALTER TABLE person ADD COLUMN capacity INTEGER;
ALTER TABLE person ADD COLUMN away INTEGER NOT NULL DEFAULT 0;
`,
} as const;
