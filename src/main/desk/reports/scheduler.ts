import type { ReportContent } from '../../../contract/index.ts';
import { periodWords } from '../../../domain/reports/words.ts';
import { run } from '../../store/db.ts';
import type { Touched } from '../../store/writer.ts';
import type { TimedSource } from '../alarm.ts';
import type { Core } from '../core.ts';
import type { FigureKeeper } from '../metrics/keeper.ts';
import { makeContent } from './content.ts';
import { deskSince, readDefinitions, sinceKey, type Definition } from './definitions.ts';
import { keepIssue } from './issues.ts';
import { earliest, isMade, leftOutNotes, missed, type Due } from './missed.ts';
import { deskDays } from './workdays.ts';

type Failed = { readonly dueAt: number; readonly message: string };

export type ReportScheduler = TimedSource & {
  /** The issue that is due and could not be made. */
  readonly failed: (report: Definition) => Failed | null;
  /** What a commit touched may move what is due; null: everything. */
  readonly look: (touched: Touched | null) => void;
  /** Ends, once what is being made is made or given up. */
  readonly stop: () => Promise<void>;
};

/** What could not be made is tried again at the desk's next wake. */
const againMs = 30_000;

/** What moves when something is due: reports and issues, calendars and policies, the zone. */
const moving = ['report', 'report_issue', 'calendar', 'calendar_version', 'policy', 'policy_version', 'meta'] as const;

const nothing: Touched = { tickets: new Map(), entities: new Map(), customers: new Set() };
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What is not due any more, by a pause or another time, has not failed. */
const ofStillDue = ({ paused, since }: Definition, failure: Failed | undefined): Failed | null =>
  failure === undefined || paused || failure.dueAt <= (since ?? 0) ? null : failure;

/** From the first time that something keeps the desk open and makes reports. */
function begin(core: Core): void {
  if (deskSince(core.db) !== null) return;
  run(core.db, 'INSERT INTO meta (key, value) VALUES (?, ?)', sinceKey, JSON.stringify(core.ports.now()));
}

/** An issue that was due, by the desk itself: in one commit, and no second for the same time. SPEC REP-11. */
function keep(core: Core, { report, dueAt }: Due, content: ReportContent): void {
  const label = `${content.title}, ${periodWords(content.period)}`;
  const done = core.alarmLog.commit({ actor: 'Foredesk', name: 'reports.due', label }, (write) =>
    keepIssue(core, write, { key: report.key, dueAt, content }),
  );
  core.announce(done.touched);
}

/**
 * Makes each issue when it is due, on the desk's one timer; after sleep or days closed those that were missed. One that fails does not
 * stop the others, and is tried again. SPEC REP-10 to REP-14.
 */
export function reportScheduler(core: Core, keeper: FigureKeeper): ReportScheduler {
  const isOn = core.ports.makesReports === true;
  const failures = new Map<string, Failed>();
  let working: Promise<void> | null = null;
  let stopped = false;
  let notBefore = 0;
  /** When the next is due of all that are not made; undefined: not looked at yet. */
  let next: number | null | undefined;

  const makeOne = async (due: Due): Promise<void> => {
    const built = due.report;
    const content = await makeContent({ core, keeper }, { built, at: due.dueAt, notes: leftOutNotes(due.leftOut) });
    // The file is closed under it: what was read may be half of it.
    if (!stopped) keep(core, due, content);
  };

  /** One after the other; the first that fails is the last of its report for now. */
  const makeAll = async (report: Definition, now: number): Promise<void> => {
    let at = now;
    try {
      for (const due of missed(core, deskDays(core), report, now)) {
        at = due.dueAt;
        if (!stopped && !isMade(core, report.key, at)) await makeOne(due);
      }
      failures.delete(report.key);
    } catch (error) {
      const message = messageOf(error);
      const isNews = failures.get(report.key)?.message !== message;
      failures.set(report.key, { dueAt: at, message });
      if (isNews && !stopped) core.hub.changed('reports', null);
    }
  };
  const work = async (now: number): Promise<void> => {
    try {
      for (const report of readDefinitions(core.db)) await makeAll(report, now);
    } finally {
      next = undefined;
      notBefore = failures.size > 0 ? core.ports.now() + againMs : 0;
      working = null;
    }
    // The timer was set while nothing could be begun.
    if (!stopped) core.announce(nothing);
  };

  if (isOn) begin(core);
  return {
    nextAt() {
      if (!isOn || stopped || working !== null) return null;
      next = next === undefined ? earliest(core) : next;
      return next === null ? null : Math.max(next, notBefore);
    },
    run(now) {
      working ??= work(now);
    },
    failed: (report) => ofStillDue(report, failures.get(report.key)),
    look(touched) {
      if (touched === null || moving.some((entity) => touched.entities.has(entity))) next = undefined;
    },
    async stop() {
      stopped = true;
      await working;
    },
  };
}
