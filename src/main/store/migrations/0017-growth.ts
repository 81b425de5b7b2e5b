/**
 * How people come and grow: newcomers on a programme, certificates, refreshers, courses, and who applies for a seat. What is
 * known of a candidate is sealed with a key of its own that lies outside of the change log: with the key goes everything of
 * them, in the log as well. SPEC ONB-1, TRN-1, HIR-20.
 */
export const growth = {
  number: 17,
  name: 'growth',
  sql: `
CREATE TABLE programme (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  body TEXT NOT NULL,
  archived INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE newcomer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES person (id),
  trainer_id INTEGER REFERENCES person (id),
  -- The uid of a programme as text, or the name of a template; the body is a copy of that day.
  programme TEXT NOT NULL,
  body TEXT NOT NULL,
  start_on TEXT NOT NULL,
  -- JSON, days on which it was paused.
  pauses TEXT NOT NULL DEFAULT '[]',
  done_at INTEGER,
  ended_at INTEGER,
  end_reason TEXT NOT NULL DEFAULT '',
  batch_id INTEGER REFERENCES batch (id)
) STRICT;
CREATE INDEX newcomer_person ON newcomer (person_id);
CREATE INDEX newcomer_trainer ON newcomer (trainer_id) WHERE trainer_id IS NOT NULL;

CREATE INDEX newcomer_batch ON newcomer (batch_id) WHERE batch_id IS NOT NULL;

CREATE TABLE newcomer_stage (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  newcomer_id INTEGER NOT NULL REFERENCES newcomer (id) ON DELETE CASCADE,
  stage TEXT NOT NULL,
  extra_days INTEGER NOT NULL DEFAULT 0,
  begun_at INTEGER,
  passed_at INTEGER,
  agent_signed_at INTEGER,
  agent_signed_by TEXT,
  trainer_signed_at INTEGER,
  trainer_signed_by TEXT,
  -- JSON, the gates as they were when it was passed.
  gates TEXT NOT NULL DEFAULT '[]',
  UNIQUE (newcomer_id, stage)
) STRICT;

CREATE TABLE newcomer_task (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  newcomer_id INTEGER NOT NULL REFERENCES newcomer (id) ON DELETE CASCADE,
  stage TEXT NOT NULL,
  task TEXT NOT NULL,
  done_at INTEGER,
  done_by TEXT NOT NULL DEFAULT '',
  percent REAL,
  tries INTEGER NOT NULL DEFAULT 0,
  UNIQUE (newcomer_id, stage, task)
) STRICT;

CREATE TABLE certificate (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES person (id),
  name TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  expires_on TEXT,
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX certificate_person ON certificate (person_id, name);

CREATE TABLE refresher (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  title TEXT NOT NULL,
  agenda TEXT NOT NULL DEFAULT '',
  materials TEXT NOT NULL DEFAULT '',
  start_at INTEGER,
  minutes INTEGER NOT NULL,
  trainer_id INTEGER REFERENCES person (id),
  -- The uid of the shift of whoever leads it that keeps the time free, as text.
  trainer_shift TEXT,
  state TEXT NOT NULL CHECK (state IN ('planned', 'held', 'cancelled')),
  sources TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX refresher_start ON refresher (start_at);
CREATE INDEX refresher_trainer ON refresher (trainer_id) WHERE trainer_id IS NOT NULL;

CREATE TABLE refresher_attendance (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  refresher_id INTEGER NOT NULL REFERENCES refresher (id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES person (id),
  state TEXT NOT NULL CHECK (state IN ('invited', 'attended', 'missed', 'excused')),
  -- The uid of the shift that keeps the time free for it, as text.
  shift TEXT,
  UNIQUE (refresher_id, person_id)
) STRICT;
CREATE INDEX refresher_attendance_person ON refresher_attendance (person_id);

CREATE TABLE training_topic (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  text TEXT NOT NULL,
  material TEXT NOT NULL DEFAULT '',
  added_at INTEGER NOT NULL,
  added_by TEXT NOT NULL
) STRICT;

CREATE TABLE course (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL,
  provider TEXT NOT NULL DEFAULT '',
  cost REAL NOT NULL,
  hours REAL NOT NULL DEFAULT 0,
  link TEXT NOT NULL DEFAULT '',
  certificate TEXT,
  valid_months INTEGER,
  archived INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE enrolment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES person (id),
  course_id INTEGER NOT NULL REFERENCES course (id),
  on_date TEXT NOT NULL,
  cost REAL NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('planned', 'booked', 'done', 'cancelled')),
  -- The certificate it gave, so that it goes with it.
  certificate_id INTEGER REFERENCES certificate (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX enrolment_person ON enrolment (person_id, on_date);
CREATE INDEX enrolment_course ON enrolment (course_id);
CREATE INDEX enrolment_certificate ON enrolment (certificate_id) WHERE certificate_id IS NOT NULL;

CREATE TABLE seat (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  title TEXT NOT NULL,
  team TEXT NOT NULL DEFAULT '',
  opened_on TEXT NOT NULL,
  needed_on TEXT,
  state TEXT NOT NULL CHECK (state IN ('open', 'filled', 'closed')),
  person_id INTEGER REFERENCES person (id)
) STRICT;
CREATE INDEX seat_person ON seat (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE candidate (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  seat_id INTEGER REFERENCES seat (id) ON DELETE SET NULL,
  stage TEXT NOT NULL,
  stage_at INTEGER NOT NULL,
  applied_at INTEGER NOT NULL,
  person_id INTEGER REFERENCES person (id),
  -- Who they are and what is known of them, sealed with the key below.
  sealed TEXT NOT NULL
) STRICT;
CREATE INDEX candidate_seat ON candidate (seat_id) WHERE seat_id IS NOT NULL;
CREATE INDEX candidate_person ON candidate (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX candidate_over ON candidate (stage_at) WHERE stage IN ('rejected', 'withdrawn');

CREATE TABLE interview (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  candidate_id INTEGER NOT NULL REFERENCES candidate (id) ON DELETE CASCADE,
  by_id INTEGER REFERENCES person (id),
  at INTEGER NOT NULL,
  done INTEGER NOT NULL DEFAULT 0,
  sealed TEXT NOT NULL
) STRICT;
CREATE INDEX interview_candidate ON interview (candidate_id);
CREATE INDEX interview_by ON interview (by_id) WHERE by_id IS NOT NULL;

-- What somebody solved in a stretch: gates and ramp curves of newcomers.
CREATE INDEX ticket_assignee_solved ON ticket (assignee_id, solved_at) WHERE solved_at IS NOT NULL;

-- By candidate; outside of the change log. Once it is deleted, nothing can be read of them any more.
CREATE TABLE candidate_key (
  candidate_uid BLOB PRIMARY KEY,
  key BLOB NOT NULL
) STRICT, WITHOUT ROWID;
`,
} as const;
