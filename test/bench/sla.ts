import { call } from '@orpc/server';
import { existsSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { defaultPolicy } from '../../src/domain/sla/default-policy.ts';
import { matcherOf } from '../../src/domain/sla/match.ts';
import { prepareTimeline, sinceEver } from '../../src/domain/sla/timeline.ts';
import { uuidMaker } from '../../src/domain/desk/uuid.ts';
import type { TicketDraft } from '../../src/domain/tickets/draft.ts';
import { openDesk } from '../../src/main/desk/open-desk.ts';
import { beginBatch, finishBatch } from '../../src/main/store/batches.ts';
import { bulkWriter } from '../../src/main/store/bulk.ts';
import { column, connect, transaction } from '../../src/main/store/db.ts';
import { slaEngine } from '../../src/main/store/sla-engine.ts';
import { sampleFile, scratch, withDesk } from './desks.ts';
import { time, type Row } from './stats.ts';

const day = 86_400_000;

/** The last 90 days of a desk under other targets, in the read pool. */
async function policyReplay(tickets: number): Promise<Row[]> {
  const file = await sampleFile(tickets);
  return withDesk(file, async (desk) => {
    const context = { context: desk.session({ trusted: true }) };
    const { policies } = await call(desk.router.sla.policies, undefined, context);
    const draft = { policies: policies.map((policy) => ({ ...policy, atRiskPercent: 50 })) };
    let replayed = 0;
    const { p50 } = await time(3, async () => {
      replayed = (await call(desk.router.sla.policyReplay, { draft, days: 90 }, context)).tickets;
    });
    const name = `policy replay, 90 days of a desk of ${tickets}`;
    return [{ name, ours: p50, floor: null, unit: 'ms', better: 'less', note: `${replayed} tickets` }];
  });
}

const liveDraft = (n: number, at: number): TicketDraft => ({
  system: 'bench',
  externalId: String(n),
  line: 0,
  subject: `Ticket ${n}`,
  requester: { name: `Person ${n % 1000}`, email: null },
  channel: 'web',
  status: 'new',
  priority: 'p1',
  queue: null,
  assignee: null,
  category: null,
  tags: [],
  csat: null,
  createdAt: at,
  updatedAt: at,
  solvedAt: null,
  fields: {},
  events: [
    { at, type: 'created', author: { kind: 'system', name: 'Bench' }, body: null, from: 'p1', to: 'new', field: null },
  ],
});

/** A desk of open tickets whose first response is due one after the other, all of them live. */
async function liveFile(clocks: number, now: number): Promise<string> {
  const file = scratch(`live-${clocks}.desk`);
  for (const suffix of ['', '-wal', '-shm', '-lock']) if (existsSync(file + suffix)) rmSync(file + suffix);
  const ports = { now: () => now, randomBytes, setTimer: () => () => undefined };
  await (await openDesk(file, ports)).close();
  const db = connect(file);
  const { policy, calendars } = defaultPolicy('UTC');
  const timeline = sinceEver([policy], calendars);
  const newId = uuidMaker(randomBytes);
  const batchId = beginBatch(db, { uid: newId(now), fileName: 'Live', format: 'sample', at: now });
  const engine = slaEngine(prepareTimeline(timeline));
  const write = bulkWriter(db, { engine, matcher: matcherOf(timeline), newId, now, batchId });
  transaction(db, () => {
    // Each at its own second within the last three quarters of an hour: none is at risk yet.
    for (let n = 0; n < clocks / 2; n++) write.insert(liveDraft(n, now - (n % 2690) * 1000), '');
    write.flush();
    finishBatch(db, batchId, { created: clocks / 2, updated: 0, rejected: 0 });
  });
  db.close();
  return file;
}

/** So many live clocks (two a ticket): what a tick of the one timer costs, and what they weigh in memory. */
async function liveClocks(clocks: number): Promise<Row[]> {
  let now = Math.floor(Date.now() / day) * day;
  const file = await liveFile(clocks, now);
  let ring: () => void = () => undefined;
  const setTimer = (run: () => void): (() => void) => {
    ring = run;
    return () => undefined;
  };
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const desk = await openDesk(file, { now: () => now, randomBytes, setTimer });
  const idle = await time(200, () => {
    now += 1;
    ring();
  });
  const busy = await time(60, () => {
    now += 1000;
    ring();
  });
  const weight = (process.memoryUsage().rss - before) / 2 ** 20;
  await desk.close();
  const db = connect(file, { readonly: true });
  const said = column<number>(db, 'SELECT count(*) FROM alert')[0] ?? 0;
  db.close();
  const name = `${clocks} live clocks`;
  return [
    { name: `${name}: a tick with nothing due`, ours: idle.p50, floor: null, unit: 'ms', better: 'less' },
    {
      name: `${name}: a tick, a second later`,
      ours: busy.p95,
      floor: null,
      unit: 'ms',
      better: 'less',
      note: `${said} warnings said`,
    },
    { name: `${name}: memory`, ours: weight, floor: null, unit: 'MB', better: 'less' },
  ];
}

export const slaBench = async (size: number): Promise<Row[]> => [
  ...(await policyReplay(size)),
  ...(size <= 100_000 ? await liveClocks(size) : []),
];
