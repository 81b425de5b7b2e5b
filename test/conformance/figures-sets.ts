import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { PolicyIn } from '../../src/contract/index.ts';
import { shared } from '../desk/import/support.ts';

/** Minutes within which everything is promised: as long for all, since no file says what was promised when. */
export const promised = 3 * 1440;

/** Around the clock, without a pause: what plain SQL can count. */
export const around = (id: string): PolicyIn => {
  const target = { minutes: promised, time: 'calendar' as const };
  return {
    id,
    name: 'Three days',
    calendar: 'business',
    targets: { resolution: { p1: target, p2: target, p3: target, p4: target } },
    pauses: {},
  };
};

export type FigureSet = {
  readonly name: string;
  readonly file: string;
  readonly text: () => string;
  readonly timeZone: string;
  readonly answers: { readonly timeZone?: string };
  readonly ranges: readonly { readonly from: string; readonly days: number }[];
  /** What the dimensions of the file are, as columns of `view`. */
  readonly by: readonly ('queue' | 'channel' | 'priority' | 'agent' | 'category')[];
  /**
   * Makes the view `t` from the raw table `raw`: id, created_day, created_hour, solved_day and solved_hour (null: not solved),
   * minutes it was worked on, whether it came back, and its places by the words people use.
   */
  readonly view: string;
  /** A look at columns that say the same in their own words: gives the ids that do not. */
  readonly apart?: { readonly sql: string; readonly ids: readonly string[] };
};

/** `01/31/2015 01:05:09 PM`, month first, as `2015-01-31 13:05:09`. */
const wall = (
  at: string,
): string => `(substr(${at}, 7, 4) || '-' || substr(${at}, 1, 2) || '-' || substr(${at}, 4, 2) || ' ' ||
  printf('%02d', substr(${at}, 12, 2) % 12 + 12 * (substr(${at}, 21, 2) = 'PM')) || substr(${at}, 14, 6))`;
/** Seconds since 1970 of a wall time of Boston in 2015 and after: five hours behind, four in summer. */
const boston = (text: string): string =>
  `(strftime('%s', ${text}) + 3600 * (5 - (${text} >= '2015-03-08 03:00:00' AND ${text} < '2015-11-01 02:00:00')))`;

export const bostonSet: FigureSet = {
  name: '58,119 cases of the city of Boston',
  file: 'boston-311/cases-2015-h1.csv.gz',
  text: () => gunzipSync(readFileSync(shared('boston-311/cases-2015-h1.csv.gz'))).toString('utf8'),
  timeZone: 'America/New_York',
  answers: {},
  // With the day of 23 hours within it, a quiet week, and one with its last days after the file ends.
  ranges: [
    { from: '2015-03-01', days: 31 },
    { from: '2015-05-11', days: 7 },
    { from: '2015-06-20', days: 30 },
  ],
  by: ['queue', 'channel', 'category'],
  view: `
    CREATE TEMP VIEW w AS SELECT *, ${wall('OPEN_DT')} AS opened,
      CASE WHEN CASE_STATUS = 'Closed' THEN max(${wall('CLOSED_DT')}, ${wall('OPEN_DT')}) END AS closed FROM raw;
    CREATE TEMP TABLE t AS SELECT CASE_ENQUIRY_ID AS id, substr(opened, 1, 10) AS created_day, CAST(substr(opened, 12, 2) AS INT) AS created_hour,
      substr(closed, 1, 10) AS solved_day, CAST(substr(closed, 12, 2) AS INT) AS solved_hour,
      (${boston('closed')} - ${boston('opened')}) / 60.0 AS minutes, 0 AS reopened,
      QUEUE AS queue, TYPE AS category, 'P3' AS priority, 'No owner' AS agent,
      CASE Source WHEN 'Constituent Call' THEN 'Phone' WHEN 'Twitter' THEN 'Social' WHEN 'Maximo Integration' THEN 'API'
        WHEN 'Employee Generated' THEN 'Other' ELSE 'Web' END AS channel FROM w`,
};

/** `29/2/2016 01:16`, day first, as seconds since 1970. */
const seconds = (at: string): string => `(SELECT strftime('%s', substr(r, instr(r, '/') + 1, 4) || '-' ||
  printf('%02d', m) || '-' || printf('%02d', d) || substr(r, instr(r, '/') + 5)) FROM (SELECT d, substr(s, 1, instr(s, '/') - 1) AS m, s AS r FROM
  (SELECT CAST(${at} AS INT) AS d, substr(${at}, instr(${at}, '/') + 1) AS s)))`;
export const serviceNowSet: FigureSet = {
  name: '20,769 incidents of a ServiceNow log',
  file: 'servicenow-incidents/incident-event-log.zip',
  text: () =>
    execFileSync('unzip', ['-p', shared('servicenow-incidents/incident-event-log.zip')], {
      maxBuffer: 2 ** 30,
      encoding: 'utf8',
    }),
  timeZone: 'UTC',
  answers: { timeZone: 'UTC' },
  ranges: [
    { from: '2016-03-01', days: 31 },
    { from: '2016-05-02', days: 14 },
    { from: '2016-02-20', days: 15 },
  ],
  by: ['queue', 'channel', 'priority', 'agent', 'category'],
  view: `
    CREATE TEMP TABLE e AS SELECT rowid AS line, number, CAST(sys_mod_count AS INT) AS mod, max(${seconds('sys_updated_at')} + 0, ${seconds('opened_at')} + 0) AS at,
      ${seconds('opened_at')} + 0 AS opened, ${seconds('resolved_at')} + 0 AS resolved, incident_state AS state FROM raw;
    -- Where counter and times disagree, the times are right.
    CREATE TEMP TABLE torn AS SELECT DISTINCT number FROM (SELECT number, at < lag(at) OVER (PARTITION BY number ORDER BY mod, at) AS back FROM e) WHERE back;
    CREATE TEMP TABLE o AS SELECT *, row_number() OVER (PARTITION BY number ORDER BY CASE WHEN number IN torn THEN at ELSE mod END, at) AS place FROM e;
    -- The state from when to when: the first row as the incident was made, -100 is no state, closed and never resolved was so at resolved_at.
    CREATE TEMP TABLE s AS
      SELECT number, place, CASE WHEN place = 1 AND mod = 0 THEN opened ELSE at END AS at, state IN ('Resolved', 'Closed') AS done FROM o WHERE state <> '-100'
      UNION ALL SELECT number, 0, opened, 0 FROM o WHERE place = 1 AND mod > 0
      UNION ALL SELECT number, min(place) - 0.5, max(resolved), 1 FROM o WHERE state = 'Closed' AND resolved BETWEEN opened AND at
        AND number NOT IN (SELECT number FROM o WHERE state = 'Resolved') GROUP BY number;
    CREATE TEMP TABLE runs AS SELECT *, lead(at) OVER w AS until, ifnull(lag(done) OVER w, 0) AS before FROM s WINDOW w AS (PARTITION BY number ORDER BY place);
    CREATE TEMP TABLE stood AS SELECT number, sum((until - at) * (1 - done)) / 60.0 AS minutes, max(CASE WHEN done AND NOT before THEN at END) AS solved,
      max(CASE WHEN until IS NULL THEN done END) AS ends, max(before AND NOT done) AS reopened FROM runs GROUP BY number;
    CREATE TEMP TABLE last AS SELECT r.*, max(o.place) FROM o JOIN raw r ON r.rowid = o.line GROUP BY o.number;
    CREATE TEMP TABLE t AS SELECT number AS id, date(opened, 'unixepoch') AS created_day, CAST(strftime('%H', opened, 'unixepoch') AS INT) AS created_hour,
      date(closed, 'unixepoch') AS solved_day, CAST(strftime('%H', closed, 'unixepoch') AS INT) AS solved_hour, minutes,
reopened, queue, channel, priority, agent, category FROM (
        SELECT last.number, ${seconds('opened_at')} + 0 AS opened, CASE WHEN ends THEN solved END AS closed, minutes, reopened,
          CASE assignment_group WHEN '?' THEN 'No queue' ELSE assignment_group END AS queue, contact_type AS channel, 'P' || substr(priority, 1, 1) AS priority,
          CASE assigned_to WHEN '?' THEN 'No owner' ELSE assigned_to END AS agent, CASE category WHEN '?' THEN 'No category' ELSE category END AS category
        FROM last JOIN stood ON stood.number = last.number) f`,
  // Its counter went back and its times did not: by its times it came back after eleven, by its own count it never did.
  apart: {
    sql: 'SELECT id FROM t JOIN (SELECT number, max(reopen_count + 0) > 0 AS counted FROM raw GROUP BY number) ON number = id WHERE counted <> reopened',
    ids: ['INC0000137'],
  },
};
