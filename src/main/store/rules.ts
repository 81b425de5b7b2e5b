import { ruleSchema, type Rule, type RuleKind, type RuleRun } from '../../contract/automation.ts';
import { uuidBytes, uuidText, uuidTextOrNull } from '../../domain/desk/uuid.ts';
import { undoneNow } from './change-sets.ts';
import { column, row, rows, run, type Param, type ReadDb, type WriteDb } from './db.ts';

/** Every rule, each kind in its order. */
export function readRuleList(db: ReadDb): Rule[] {
  const text = 'SELECT body FROM rule ORDER BY kind, position, id';
  return column<string>(db, text).map((body) => ruleSchema.parse(JSON.parse(body)));
}

/** Where the next rule of a kind goes. */
export const nextPosition = (db: ReadDb, kind: RuleKind): number =>
  row<{ next: number }>(db, 'SELECT ifnull(max(position), 0) + 1 AS next FROM rule WHERE kind = ?', kind)?.next ?? 1;

export type NewRun = {
  readonly uid: Uint8Array;
  readonly rule: Rule;
  readonly ticket: { readonly id: number; readonly uid: Uint8Array };
  readonly at: number;
  readonly cause: string;
  readonly outcome: RuleRun['outcome'];
  readonly words: readonly string[];
  readonly setId: number | null;
};

export function insertRun(db: WriteDb, { uid, rule, ticket, at, cause, outcome, words, setId }: NewRun): void {
  run(
    db,
    `INSERT INTO rule_run (uid, rule_uid, rule_name, kind, ticket_id, ticket_uid, at, cause, outcome, changes, set_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    uid,
    uuidBytes(rule.id),
    rule.name,
    rule.kind,
    ticket.id,
    ticket.uid,
    at,
    cause,
    outcome,
    JSON.stringify(words),
    setId,
  );
}

type RunRecord = {
  uid: Uint8Array;
  rule_uid: Uint8Array;
  rule_name: string;
  kind: RuleKind;
  ticket_id: number;
  ticket_uid: Uint8Array;
  at: number;
  cause: string;
  outcome: RuleRun['outcome'];
  changes: string;
  set_uid: Uint8Array | null;
  state: string | null;
};

const runText = `SELECT r.uid, r.rule_uid, r.rule_name, r.kind, r.ticket_id, r.ticket_uid, r.at, r.cause, r.outcome, r.changes,
  s.uid AS set_uid, ${undoneNow} AS state FROM rule_run r LEFT JOIN change_set s ON s.id = r.set_id`;

const toRun = (record: RunRecord): RuleRun => ({
  id: uuidText(record.uid),
  ruleId: uuidText(record.rule_uid),
  ruleName: record.rule_name,
  kind: record.kind,
  ticketId: uuidText(record.ticket_uid),
  ticketNumber: record.ticket_id,
  at: record.at,
  cause: record.cause,
  changes: JSON.parse(record.changes) as string[],
  changeSet: uuidTextOrNull(record.set_uid),
  undone: record.state === 'undo',
  outcome: record.outcome,
});

/** The log, newest first: all of it, of one rule, or on one ticket. */
export function readRuns(
  db: ReadDb,
  of: { readonly ruleId?: string | undefined; readonly ticketId?: string | undefined },
  limit: number,
): RuleRun[] {
  const wanted = [
    ...(of.ruleId === undefined ? [] : [['r.rule_uid = ?', uuidBytes(of.ruleId)] as const]),
    ...(of.ticketId === undefined ? [] : [['r.ticket_uid = ?', uuidBytes(of.ticketId)] as const]),
  ];
  const where = wanted.length === 0 ? '' : ` WHERE ${wanted.map(([text]) => text).join(' AND ')}`;
  const params: Param[] = wanted.map(([, value]) => value);
  return rows<RunRecord>(db, `${runText}${where} ORDER BY r.id DESC LIMIT ?`, ...params, limit).map(toRun);
}

export function readRun(db: ReadDb, id: string): RuleRun | undefined {
  const found = row<RunRecord>(db, `${runText} WHERE r.uid = ?`, uuidBytes(id));
  return found === undefined ? undefined : toRun(found);
}

/** By rule id: how often it acted and what of that stands, and when it last did. */
export function countRuns(db: ReadDb): Map<string, { readonly runs: number; readonly lastRunAt: number }> {
  type Count = { rule_uid: Uint8Array; n: number; last: number };
  // Undone sets are few: counting them apart spares a look at the log for every run there ever was.
  const undone = new Map(
    rows<{ rule_uid: Uint8Array; n: number }>(
      db,
      `SELECT r.rule_uid, count(*) AS n FROM rule_run r JOIN change_set s ON s.id = r.set_id
       WHERE s.id IN (SELECT target_id FROM change_set WHERE target_id IS NOT NULL) AND ${undoneNow} = 'undo' GROUP BY 1`,
    ).map(({ rule_uid, n }) => [uuidText(rule_uid), n]),
  );
  return new Map(
    rows<Count>(
      db,
      "SELECT rule_uid, count(*) AS n, max(at) AS last FROM rule_run WHERE outcome = 'done' GROUP BY rule_uid",
    ).map(({ rule_uid, n, last }) => {
      const id = uuidText(rule_uid);
      return [id, { runs: n - (undone.get(id) ?? 0), lastRunAt: last }];
    }),
  );
}
