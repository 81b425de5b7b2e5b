/**
 * What customers said: surveys, their questions and responses. Answers that are scores have a table of their own, one row per
 * response and question (the mean where several columns are one question), with what figures are made by beside it, so that
 * nothing has to be looked up to count them: `kind` is nps or csat, `top` the least score of who promotes or is satisfied.
 * SPEC SUR-1.
 */
export const surveys = {
  number: 19,
  name: 'surveys',
  sql: `
CREATE TABLE survey (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL,
  -- JSON: how the columns of its file are read.
  columns TEXT NOT NULL DEFAULT '[]',
  made_at INTEGER NOT NULL
) STRICT;

CREATE TABLE survey_question (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  survey_id INTEGER NOT NULL REFERENCES survey (id),
  title TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('nps', 'csat')),
  most REAL NOT NULL,
  top REAL NOT NULL,
  UNIQUE (survey_id, title, kind)
) STRICT;

CREATE TABLE survey_response (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  survey_id INTEGER NOT NULL REFERENCES survey (id),
  at INTEGER NOT NULL,
  -- By which the same row of a later file is known again.
  mark TEXT NOT NULL,
  email TEXT,
  ticket_id INTEGER REFERENCES ticket (id) ON DELETE SET NULL,
  customer_id INTEGER REFERENCES customer (id) ON DELETE SET NULL,
  matched_by TEXT,
  low INTEGER NOT NULL,
  -- JSON: [question, text, whether it is a list of words].
  texts TEXT NOT NULL DEFAULT '[]',
  has_words INTEGER NOT NULL,
  read_at INTEGER,
  UNIQUE (survey_id, mark)
) STRICT;
CREATE INDEX survey_response_at ON survey_response (at);
CREATE INDEX survey_response_survey ON survey_response (survey_id, at);
CREATE INDEX survey_response_ticket ON survey_response (ticket_id) WHERE ticket_id IS NOT NULL;
CREATE INDEX survey_response_customer ON survey_response (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX survey_response_unread ON survey_response (survey_id, at) WHERE has_words = 1 AND read_at IS NULL;

CREATE TABLE survey_answer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  response_id INTEGER NOT NULL REFERENCES survey_response (id),
  question_id INTEGER NOT NULL REFERENCES survey_question (id),
  kind TEXT NOT NULL,
  score REAL NOT NULL,
  most REAL NOT NULL,
  top REAL NOT NULL,
  at INTEGER NOT NULL,
  ticket_id INTEGER REFERENCES ticket (id) ON DELETE SET NULL,
  customer_id INTEGER REFERENCES customer (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX survey_answer_response ON survey_answer (response_id);
CREATE INDEX survey_answer_question ON survey_answer (question_id, at, score, top, ticket_id);
CREATE INDEX survey_answer_at ON survey_answer (kind, at, score, top, ticket_id);
CREATE INDEX survey_answer_ticket ON survey_answer (ticket_id) WHERE ticket_id IS NOT NULL;
CREATE INDEX survey_answer_customer ON survey_answer (customer_id) WHERE customer_id IS NOT NULL;

CREATE TABLE survey_code (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL,
  theme TEXT NOT NULL DEFAULT '',
  words TEXT NOT NULL DEFAULT '[]'
) STRICT;

-- What was said of a code and a response: it is one of this, or it is none.
CREATE TABLE survey_coded (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  response_id INTEGER NOT NULL REFERENCES survey_response (id),
  code_id INTEGER NOT NULL REFERENCES survey_code (id),
  is_one INTEGER NOT NULL,
  by_rule INTEGER NOT NULL DEFAULT 0,
  UNIQUE (response_id, code_id)
) STRICT;
CREATE INDEX survey_coded_code ON survey_coded (code_id, is_one, response_id);
CREATE INDEX survey_response_read ON survey_response (at, low) WHERE has_words = 1 AND read_at IS NOT NULL;

CREATE TABLE survey_problem (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  title TEXT NOT NULL,
  code_id INTEGER REFERENCES survey_code (id),
  category TEXT,
  whys TEXT NOT NULL DEFAULT '[]',
  action TEXT NOT NULL DEFAULT '',
  owner_id INTEGER REFERENCES person (id),
  due_on TEXT,
  done_at INTEGER,
  made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX survey_problem_code ON survey_problem (code_id) WHERE code_id IS NOT NULL;
CREATE INDEX survey_problem_owner ON survey_problem (owner_id) WHERE owner_id IS NOT NULL;
`,
} as const;
