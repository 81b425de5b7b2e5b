import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../src/domain/sla/default-policy.ts';
import {
  alertCodes,
  bandCodes,
  clockStateCodes,
  eventCodes,
  metricCodes,
  priorityCodes,
  statusCodes,
} from '../../src/main/store/codes.ts';
import { column, connect, row, rows, run, type WriteDb } from '../../src/main/store/db.ts';
import { migrate, migrationHash, schemaVersion } from '../../src/main/store/migrate.ts';
import { migrations, type Migration } from '../../src/main/store/migrations/all.ts';
import { fakeClock, hour, minute, mondayTen } from '../support/fake-clock.ts';
import { newFile, testDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();

/** Never edited: a desk out there has run it as it was. A change of schema is a new migration. SPEC CHG-30. */
const pinned: Record<string, string> = {
  '1 desk': 'a358062f13d76c5d6c085e2673fa7c4e3ce3e7b2477d919b4ae083d6f060c42c',
  '2 boards': 'ce48e4a16d98e65ee3465e29030c93b30aba358a9208d9defe8edbbdad254822',
  '3 search': '725c5c30f1ad9e9e6e636fbde01ecf0da1b743b5b885bd5923347ba3c6f5842f',
  '4 triage': 'f12470c545e4c857ce73ce3ee9eaeed9e75824b9ed487270d5ff5d2cdd10b1f7',
  '5 policies': '48ec5e1c48850a00086e84a52af0da354ede5a4eb15965fb1f48c354e2a244b5',
  '6 escalation': 'f0b1612abe0074cf7f521e225449a690340cc26bdf1306298aa205a51a1b5df4',
  '7 customers': 'd29417a85bb349bf9613efda7ae1e2446f93028ef8fc371755d716e0d5cd7982',
  '8 relations': 'fb0ece877e8f5e3da766f7aca790e04cc3e608fa68d8fe8cc753fb75cfaa9d34',
  '9 automation': '3300ab31a1d1f64d74c6a6a40b3c61bdb3b73efdd3e44443159e8e2fd3cec761',
  '10 morning': 'bbd81e58ea35f3c05037d059f5a720700c69cf3a935f1952d7eeb96c3893aff5',
  '11 automatic-replies': 'a1b4614d05431e0d4194eb31f0072f75c84f3dc29220a497fc68f1d0f612afd9',
  '12 drills': 'c1e86dd5dff26cd6393019049b2266da35ab9203e677670a76fb4801d7ebf511',
  '13 roster': '46331173e03084fef7cd8ae2b4afc2737106e99956ed0f16c9bc97f4a6cee6a8',
  '14 quality': 'f5347b43c9efbd3065f0335cc0343c60920c8919a255e1826b00801a7c7905c4',
  '15 sample-log': 'f2f5e02c490edec597a321c3fce843b3322cf9ce0ca3364eec05e2fc8d09cd02',
  '16 coaching': '50f9f10cc9262d8850754cf20ee7309a2efe85e469c8d6b2ec7ead0044a2f813',
  '17 growth': '2b85762d8e58579fafab8c399b232f80f21e9301f5aa65d10dd277338d667a26',
  '18 figures': 'cd40435f9f12206a00971b45b6a3ee862f97a934b212a32923a37912fd83f573',
  '19 surveys': '6a7e49c6f1d82d52f990a0619dc89d3d2d6dfcf9bb41553c3a3d29639147f147',
  '20 reports': 'a95bafa30f8b9e1f78406fe5d750f47d7c67dab61c8008f9d2aef4711f71aae0',
};

function deskAt(version: number): { readonly db: WriteDb; readonly file: string } {
  const file = newFile(folder);
  const db = connect(file);
  db.pragma('journal_mode = WAL');
  migrate(db, file, { now: 1, steps: migrations.slice(0, version) });
  return { db, file };
}

const uid = (n: number) =>
  Uint8Array.of(...new Array<number>(6).fill(n), 0x70, n, 0x80, ...new Array<number>(7).fill(n));

/** Two tickets with all that points at them, as version 1 has them. */
function oldRows(db: WriteDb): void {
  run(db, "INSERT INTO person (uid, name) VALUES (?, 'Noor')", uid(1));
  run(db, "INSERT INTO queue (uid, name) VALUES (?, 'Billing')", uid(2));
  run(db, "INSERT INTO customer (uid, name) VALUES (?, 'Ann Lee')", uid(3));
  const ticket = `INSERT INTO ticket (uid, subject, customer_id, requester, channel, status, priority, queue_id, assignee_id, tags, created_at, updated_at)
    VALUES (?, ?, 1, 'Ann Lee', 0, ?, 2, ?, ?, ?, 5, 5)`;
  run(db, ticket, uid(4), 'Where is my müsli', 1, 1, 1, '["refund","vip"]');
  run(db, ticket, uid(5), 'Second', 4, null, null, '[]');
  const event =
    "INSERT INTO event (uid, ticket_id, at, type, author_kind, author, body) VALUES (?, ?, 5, 1, 0, 'Ann Lee', ?)";
  run(db, event, uid(6), 1, 'The parcel never came');
  run(db, event, uid(7), 1, 'Still waiting');
  run(db, event, uid(8), 2, null);
  run(db, "INSERT INTO import_ref VALUES (?, 'zendesk', 'Z-77', 1, 'h', 'm')", `Z-77\u001fzendesk`);
}

const found = (db: WriteDb, query: string) =>
  column<number>(db, 'SELECT rowid FROM ticket_fts WHERE ticket_fts MATCH ?', query);

describe('migrations', () => {
  it('are in order and never edited (CHG-30)', () => {
    expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, index) => index + 1));
    const landed = Object.fromEntries(migrations.map((each) => [`${each.number} ${each.name}`, migrationHash(each)]));
    expect(landed).toEqual(pinned);
  });

  it('2 counts the tickets there are, and those to come (CHG-32)', () => {
    const { db, file } = deskAt(1);
    oldRows(db);
    migrate(db, file, { now: 2, steps: migrations.slice(0, 2) });
    const cells = () =>
      rows(db, 'SELECT status, queue_id, assignee_id, n FROM ticket_count WHERE n <> 0 ORDER BY status');
    expect(cells()).toEqual([
      { status: 1, queue_id: 1, assignee_id: 1, n: 1 },
      { status: 4, queue_id: 0, assignee_id: 0, n: 1 },
    ]);
    run(db, 'UPDATE ticket SET status = 4, queue_id = NULL, assignee_id = NULL WHERE id = 1');
    expect(cells()).toEqual([{ status: 4, queue_id: 0, assignee_id: 0, n: 2 }]);
    run(db, 'DELETE FROM ticket');
    expect(cells()).toEqual([]);
    db.close();
  });

  it('3 makes the tickets there are findable by all their words (CHG-32)', () => {
    const { db, file } = deskAt(2);
    oldRows(db);
    migrate(db, file, { now: 2, steps: migrations.slice(0, 3) });
    expect(found(db, 'musli')).toEqual([1]);
    expect(found(db, '"parcel" AND "waiting"')).toEqual([1]);
    expect(found(db, '{ids} : "Z-77"')).toEqual([1]);
    expect(found(db, '{tags} : vip')).toEqual([1]);
    expect(found(db, '{ids} : 2')).toEqual([2]);
    db.close();
  });

  it('7 makes the customers there are findable by name and address (CHG-32)', () => {
    const { db, file } = deskAt(6);
    oldRows(db);
    run(db, "UPDATE customer SET email = 'ann@example.org'");
    migrate(db, file, { now: 2, steps: migrations.slice(0, 7) });
    const customersFound = (query: string) =>
      column<number>(db, 'SELECT rowid FROM customer_fts WHERE customer_fts MATCH ?', query);
    expect(customersFound('le*')).toEqual([1]);
    expect(customersFound('"ann" AND "example"')).toEqual([1]);
    expect(rows(db, 'SELECT name, email, organisation_id, vip, notes FROM customer')).toEqual([
      { name: 'Ann Lee', email: 'ann@example.org', organisation_id: null, vip: 0, notes: '' },
    ]);
    db.close();
  });

  it.each([
    ['a rule', 2, ['{"since":null,"after":0}']],
    ['a person', 1, []],
  ] as const)('11 has all clocks worked out anew where %s replied (CHG-32, SLA-11)', (_, kind, expected) => {
    const { db, file } = deskAt(10);
    oldRows(db);
    const reply = 'INSERT INTO event (uid, ticket_id, at, type, author_kind, author) VALUES (?, 1, 6, 2, ?, ?)';
    run(db, reply, uid(9), kind, 'Auto-reply');
    migrate(db, file, { now: 2, steps: migrations.slice(0, 11) });
    expect(column(db, "SELECT value FROM meta WHERE key = 'rederive'")).toEqual(expected);
    db.close();
  });

  it('bring a desk of any earlier version to one that opens, verifies and keeps its rows (CHG-32)', async () => {
    for (const version of migrations.map(({ number }) => number).slice(0, -1)) {
      const { db, file } = deskAt(version);
      oldRows(db);
      db.close();
      const { client, close } = await testDesk(folder, { file });
      const { checks } = await client.desk.verify();
      // The rows above were put in without clocks, and from version 3 on without words in the search index: what those are
      // made from is not a migration's business.
      const bare = ['clocks', 'tags', ...(version >= 3 ? ['search'] : []), ...(version >= 7 ? ['customers'] : [])];
      expect(checks.filter(({ ok, name }) => !ok && !bare.includes(name))).toEqual([]);
      expect(await client.tickets.get({ number: 1 })).toMatchObject({
        subject: 'Where is my müsli',
        tags: ['refund', 'vip'],
      });
      expect((await client.desk.info()).schemaVersion).toBe(migrations.length);
      await close();
    }
  });

  it('15: the escalation log refuses to lose an entry, but those a sample brought while it goes (SMP-10)', () => {
    const { db, file } = deskAt(14);
    oldRows(db);
    const batch = "INSERT INTO batch (uid, file_name, format, at, state) VALUES (?, 'x', ?, 10, 'done')";
    run(db, batch, uid(20), 'sample');
    run(db, batch, uid(21), 'generic');
    run(db, 'UPDATE ticket SET batch_id = id');
    const entry = `INSERT INTO escalation_log (turn, at, actor, action, text, ticket_uid, drill) VALUES ('done', ?, 'Noor', 'acted', 'x', ?, 0)`;
    for (const [at, ticket] of [
      [9, 4],
      [11, 4],
      [9, 5],
    ] as const)
      run(db, entry, at, uid(ticket));
    migrate(db, file, { now: 2 });
    const ids = () => column<number>(db, 'SELECT id FROM escalation_log ORDER BY id');
    const refused = (id: number) => {
      expect(() => run(db, 'DELETE FROM escalation_log WHERE id = ?', id)).toThrow('append-only');
    };
    for (const id of [1, 2, 3]) refused(id);
    expect(() => run(db, "UPDATE escalation_log SET text = 'y' WHERE id = 1")).toThrow('append-only');
    run(db, "UPDATE batch SET state = 'removing'");
    for (const id of [2, 3]) refused(id);
    run(db, 'DELETE FROM escalation_log WHERE id = 1');
    expect(ids()).toEqual([2, 3]);
    db.close();
  });

  it('that fail are tried on a copy only: the desk stays as it was (CHG-31)', () => {
    const { db, file } = deskAt(2);
    oldRows(db);
    const before = schemaOf(db);
    const broken: Migration = {
      number: 3,
      name: 'broken',
      sql: 'CREATE TABLE half (id INTEGER); INSERT INTO queue (uid, name) SELECT uid, name FROM queue;',
    };
    expect(() => {
      migrate(db, file, { now: 2, steps: [...migrations.slice(0, 2), broken] });
    }).toThrow(
      expect.objectContaining({
        code: 'DAMAGED',
        message: expect.stringContaining('the desk itself was not changed') as string,
      }) as Error,
    );
    expect(schemaVersion(db)).toBe(2);
    expect(schemaOf(db)).toEqual(before);
    expect(existsSync(`${file}-rehearsal`)).toBe(false);
    migrate(db, file, { now: 2 });
    expect(found(db, 'musli')).toEqual([1]);
    db.close();
  });

  it('refuse a desk with another past (CHG-33)', () => {
    const { db, file } = deskAt(2);
    run(db, "UPDATE migration SET hash = 'other' WHERE number = 2");
    const again = () => {
      migrate(db, file, { now: 2 });
    };
    expect(again).toThrow(
      expect.objectContaining({ code: 'DAMAGED', message: expect.stringContaining('step 2') as string }) as Error,
    );
    db.exec('DROP TABLE migration');
    expect(again).toThrow(expect.objectContaining({ code: 'DAMAGED' }) as Error);
    expect(row(db, "SELECT 1 FROM sqlite_schema WHERE name = 'ticket_fts'")).toBeUndefined();
    db.close();
  });
});

/** What a desk of a version before 5 holds besides: its settings, rules, clocks and what was said of them. */
function oldDesk(db: WriteDb): void {
  const { policy, calendars } = defaultPolicy('UTC');
  const settings = { name: 'Old desk', timeZone: 'UTC', me: null, started: true, node: 'a-node-of-old' };
  for (const [key, value] of Object.entries(settings))
    run(db, 'INSERT INTO meta VALUES (?, ?)', key, JSON.stringify(value));
  // As it was then: without marks, and with a promise of its own.
  const { ladder: _, ...before } = policy;
  const body = { ...before, targets: { firstResponse: { p3: { minutes: 90, time: 'calendar' } } } };
  run(db, "INSERT INTO policy VALUES ('default', 0, ?)", JSON.stringify(body));
  for (const [key, calendar] of Object.entries(calendars))
    run(db, 'INSERT INTO calendar VALUES (?, ?)', key, JSON.stringify(calendar));
  run(db, "INSERT INTO customer (uid, name) VALUES (?, 'Ann Lee')", uid(3));
  const ticket = `INSERT INTO ticket (uid, subject, customer_id, requester, channel, status, priority, created_at, updated_at, solved_at, band, due_at)
    VALUES (?, ?, 1, 'Ann Lee', 0, ?, ?, ?, ?, ?, ?, ?)`;
  const p3 = priorityCodes.code('p3');
  run(db, ticket, uid(4), 'Open', statusCodes.code('open'), p3, start, start, null, bandCodes.code('none'), 1);
  const solved = start + 30 * minute;
  run(db, ticket, uid(5), 'Solved', statusCodes.code('solved'), p3, start, solved, solved, bandCodes.code('none'), 1);
  const event = `INSERT INTO event (uid, ticket_id, at, type, author_kind, author, from_value, to_value) VALUES (?, ?, ?, ?, 0, 'Ann Lee', ?, ?)`;
  run(db, event, uid(6), 1, start, eventCodes.code('created'), 'p3', 'open');
  run(db, event, uid(7), 2, start, eventCodes.code('created'), 'p3', 'open');
  run(db, event, uid(8), 2, solved, eventCodes.code('status'), 'open', 'solved');
  const due = start + 90 * minute;
  const clock = 'INSERT INTO sla_clock VALUES (?, ?, 90, ?, ?, 0, ?, ?, ?, NULL, ?, ?)';
  const [first, risk] = [metricCodes.code('firstResponse'), start + 67.5 * minute];
  run(db, clock, 1, first, start, 0, due, risk, null, clockStateCodes.code('running'), risk);
  run(db, clock, 2, first, start, 30 * minute, due, risk, solved, clockStateCodes.code('met'), null);
  const alert = 'INSERT INTO alert (ticket_id, metric, kind, due_at, fired_at, late) VALUES (?, ?, ?, ?, ?, ?)';
  run(db, alert, 1, first, alertCodes.code('atRisk'), due, risk, 0);
}
const start = mondayTen - 2 * hour;

describe('migration 5, of policies (CHG-32, SLA-42)', () => {
  it.each([3, 4])(
    'gives a desk of version %i one version of each rule, since ever, and clocks by it',
    async (version) => {
      const { db, file } = deskAt(version);
      oldDesk(db);
      db.close();
      const desk = await testDesk(folder, { file, clock: fakeClock(mondayTen) });
      const { policies } = await desk.client.sla.policies();
      expect(policies).toMatchObject([{ id: 'default', version: 1, since: null }]);
      expect(policies[0]?.targets).toEqual({ firstResponse: { p3: { minutes: 90, time: 'calendar' } } });
      // Older desks are not woken by marks they never asked for.
      expect(policies[0]?.ladder ?? []).toEqual([]);
      expect(rows(desk.db, 'SELECT key, from_at, saved_at, actor FROM policy_version')).toEqual([
        { key: 'default/1', from_at: null, saved_at: 1, actor: 'Foredesk' },
      ]);
      expect(
        rows(desk.db, 'SELECT v.body = c.body AS same FROM calendar_version v JOIN calendar c ON c.key = v.calendar'),
      ).toEqual([{ same: 1 }]);
      // Two hours after it was made the open one is late; the solved one keeps its row as it was.
      const open = await desk.client.tickets.get({ number: 1 });
      const due = start + 90 * minute;
      expect(open.clocks.firstResponse).toMatchObject({ targetMinutes: 90, state: 'breached', breachedAt: due });
      expect(rows(desk.db, 'SELECT spent_ms, due_at, state, mark_minutes FROM sla_clock WHERE ticket_id = 2')).toEqual([
        { spent_ms: 30 * minute, due_at: due, state: clockStateCodes.code('met'), mark_minutes: null },
      ]);
      expect(column(desk.db, 'SELECT band FROM ticket WHERE id = 1')).toEqual([bandCodes.code('breached')]);
      // What was said stands, and the table takes the same news once only.
      expect((await desk.client.sla.alerts({})).alerts.filter(({ kind }) => kind === 'atRisk')).toMatchObject([
        {
          number: 1,
          metric: 'firstResponse',
          kind: 'atRisk',
          markMinutes: null,
          dueAt: due,
          firedAt: start + 67.5 * minute,
        },
      ]);
      const { checks } = await desk.client.desk.verify();
      expect(checks.filter(({ ok, name }) => !ok && !['search', 'customers'].includes(name))).toEqual([]);
      // A save from here on is its second version.
      const { version: __, since: ___, ...policy } = policies[0]!;
      const saved = await desk.client.sla.policySave({ policy: { ...policy, atRiskPercent: 50 }, effective: 'now' });
      expect(saved).toMatchObject({ version: 2, recounted: 1 });
      await desk.close();
    },
  );
});

describe('migration 13, of the roster (CHG-32)', () => {
  it('people of an older desk are full agents without a contract, and can be put on a roster', async () => {
    const { db, file } = deskAt(12);
    run(db, "INSERT INTO person (uid, name, skills) VALUES (?, 'Noor', '[\"Billing\"]')", uid(1));
    db.close();
    const desk = await testDesk(folder, { file, clock: fakeClock(mondayTen) });
    const { people } = await desk.client.people.list();
    expect(people).toMatchObject([
      {
        name: 'Noor',
        skills: ['Billing'],
        skillLevels: {},
        rampPercent: 100,
        contractMinutes: null,
        availability: null,
      },
    ]);
    const shift = { personId: people[0]!.id, startAt: mondayTen, endAt: mondayTen + 8 * hour };
    await desk.client.roster.save({ shifts: [shift], publish: true });
    expect((await desk.client.roster.onShift({})).people).toHaveLength(1);
    expect((await desk.client.desk.verify()).checks.filter(({ ok }) => !ok)).toEqual([]);
    await desk.close();
  });
});

const schemaOf = (db: WriteDb) => rows(db, 'SELECT type, name, sql FROM sqlite_schema ORDER BY type, name');
