import type { Done, ReportContent, ReportIssueRow, ReportKey } from '../../../contract/index.ts';
import { uuidBytes, uuidText, uuidTextOrNull } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { whenWords } from '../../../domain/reports/words.ts';
import { row, rows, run, type Param } from '../../store/db.ts';
import type { Writer } from '../../store/writer.ts';
import type { Core } from '../core.ts';
import { mustLead } from '../viewer.ts';

type IssueRecord = {
  id: number;
  uid: Uint8Array;
  report: string;
  kind: ReportIssueRow['kind'];
  title: string;
  first_day: string;
  days: number;
  due_at: number | null;
  made_at: number;
  sent_at: number | null;
  comments: number;
};

const toRow = (record: IssueRecord): ReportIssueRow => ({
  id: uuidText(record.uid),
  key: record.report,
  kind: record.kind,
  title: record.title,
  period: { from: record.first_day, days: record.days },
  dueAt: record.due_at,
  madeAt: record.made_at,
  sentAt: record.sent_at,
  comments: record.comments,
});

const columns = `i.id, i.uid, i.report, i.kind, i.title, i.first_day, i.days, i.due_at, i.made_at, i.sent_at,
  (SELECT count(*) FROM report_comment c WHERE c.issue_id = i.id) AS comments`;

const readRecords = (core: Core, rest: string, ...params: readonly Param[]): IssueRecord[] =>
  rows<IssueRecord>(core.db, `SELECT ${columns} FROM report_issue i WHERE i.removed_at IS NULL AND ${rest}`, ...params);

/** Faults NOT_FOUND where it is not here. */
export function mustIssue(core: Core, id: string): IssueRecord {
  const [found] = readRecords(core, 'i.uid = ?', uuidBytes(id));
  if (found === undefined) throw new Fault('NOT_FOUND', 'That issue is not here any more.');
  return found;
}

/** The latest issue of a report, those before `below` where it is given. */
export function lastIssue(core: Core, key: string, below?: IssueRecord): IssueRecord | null {
  const [found] =
    below === undefined
      ? readRecords(core, 'i.report = ? ORDER BY i.made_at DESC, i.id DESC LIMIT 1', key)
      : readRecords(
          core,
          'i.report = ? AND (i.made_at, i.id) < (?, ?) ORDER BY i.made_at DESC, i.id DESC LIMIT 1',
          key,
          below.made_at,
          below.id,
        );
  return found ?? null;
}

type Asked = { readonly key?: ReportKey | undefined; readonly limit: number; readonly before?: number | undefined };

/** Issues, the latest first. */
export function issues(core: Core, { key, limit, before }: Asked) {
  mustLead(core);
  const [where, params] = key === undefined ? ['1', []] : ['i.report = ?', [key]];
  const counted = row<{ n: number }>(
    core.db,
    `SELECT count(*) AS n FROM report_issue i WHERE i.removed_at IS NULL AND ${where}`,
    ...params,
  );
  const found = readRecords(
    core,
    `${where} AND i.made_at < ? ORDER BY i.made_at DESC, i.id DESC LIMIT ?`,
    ...params,
    before ?? Number.MAX_SAFE_INTEGER,
    limit,
  );
  return { total: counted?.n ?? 0, issues: found.map(toRow) };
}

/** What an issue says, as it was made. */
export function contentOf(core: Core, issue: Pick<IssueRecord, 'uid'>): ReportContent {
  const found = row<{ body: string }>(core.db, 'SELECT body FROM report_content WHERE issue_uid = ?', issue.uid);
  if (found === undefined) throw new Fault('NOT_FOUND', 'What that issue says is not here any more.');
  return JSON.parse(found.body) as ReportContent;
}

type CommentRecord = { uid: Uint8Array; at: number; by: Uint8Array | null; text: string };

export function issue(core: Core, id: string) {
  mustLead(core);
  const record = mustIssue(core, id);
  const comments = rows<CommentRecord>(
    core.db,
    'SELECT c.uid, c.at, p.uid AS by, c.text FROM report_comment c LEFT JOIN person p ON p.id = c.by_id WHERE c.issue_id = ? ORDER BY c.at, c.id',
    record.id,
  ).map(({ uid, at, by, text }) => ({ id: uuidText(uid), at, byId: uuidTextOrNull(by), text }));
  const before = lastIssue(core, record.report, record);
  return {
    row: toRow(record),
    content: contentOf(core, record),
    comments,
    before: before === null ? null : uuidText(before.uid),
  };
}

export type NewIssue = { readonly key: ReportKey; readonly dueAt: number | null; readonly content: ReportContent };

/**
 * Keeps an issue and what it says. Past the log: what it says is kept once, and stays with the time it was due where its making is
 * undone. A second one for the same time is refused by the table. SPEC REP-11, REP-13.
 */
export function keepIssue(core: Core, write: Writer, { key, dueAt, content }: NewIssue): string {
  const uid = core.newId(core.ports.now());
  run(
    core.db,
    'INSERT INTO report_content (issue_uid, report, due_at, body) VALUES (?, ?, ?, ?)',
    uid,
    key,
    dueAt,
    JSON.stringify(content),
  );
  const { kind, title, period, madeAt } = content;
  write.insert('report_issue', uid, {
    report: key,
    kind,
    title,
    first_day: period.from,
    days: period.days,
    due_at: dueAt,
    made_at: madeAt,
    carries: kind !== 'daily' && content.sections.some((section) => section.kind === 'actions') ? 1 : 0,
    sent_at: null,
    removed_at: null,
  });
  return uuidText(uid);
}

export function removeIssue(core: Core, id: string): Done {
  mustLead(core);
  const { title, first_day: from } = mustIssue(core, id);
  const label = `Issue of “${title}” of ${from} taken away`;
  const { changeSet } = core.write({ name: 'reports.issueRemove', label }, (write) => {
    write.update('report_issue', uuidBytes(id), { removed_at: core.ports.now() });
  });
  return { changed: 1, label, changeSet };
}

/** Says that it was given out. Faults CONFLICT where it was already, unless `again`. SPEC REP-15. */
export function markSent(core: Core, id: string, again: boolean): Done {
  mustLead(core);
  const { title, sent_at: sentAt } = mustIssue(core, id);
  if (sentAt !== null && !again)
    throw new Fault(
      'CONFLICT',
      `“${title}” was given out already, on ${whenWords(sentAt, core.facts.settings().timeZone)}. Say so if it goes out again.`,
    );
  const label = `“${title}” given out${sentAt === null ? '' : ' again'}`;
  const { changeSet } = core.write({ name: 'reports.sent', label }, (write) => {
    write.update('report_issue', uuidBytes(id), { sent_at: core.ports.now() });
  });
  return { changed: changeSet === null ? 0 : 1, label, changeSet };
}
