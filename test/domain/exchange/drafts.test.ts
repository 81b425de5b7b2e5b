import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { channelSchema, prioritySchema, statusSchema } from '../../../src/contract/index.ts';
import { checkDraft } from '../../../src/domain/exchange/check-draft.ts';
import { draftFingerprint, eventFingerprint } from '../../../src/domain/exchange/fingerprint.ts';
import { fieldOfHeader } from '../../../src/domain/exchange/header-names.ts';
import { compilePlan, distinctHeaders } from '../../../src/domain/exchange/plan.ts';
import { detectColumns, formatOfHeaders } from '../../../src/domain/exchange/presets.ts';
import { createLogReader } from '../../../src/domain/exchange/servicenow.ts';
import { createCells } from '../../../src/domain/exchange/snapshot.ts';
import type { Snapshot } from '../../../src/domain/exchange/snapshot.ts';
import { snapshotDraft } from '../../../src/domain/exchange/snapshot-draft.ts';
import { knownCsat, knownStatus, matrixPriority, readMinutes } from '../../../src/domain/exchange/values.ts';
import { createTicketReader } from '../../../src/domain/exchange/zendesk-json.ts';
import { createDateReader, saysUtc } from '../../../src/domain/exchange/date-reader.ts';
import { addToBundle, emptyBundle, findRecords } from '../../../src/domain/exchange/zendesk-shape.ts';

const instant = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2020, 0, 20) });
const maybe = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: null });
const name = fc.stringMatching(/^[A-Za-z]{1,8}$/);
const status = fc.constantFrom(...statusSchema.options);
const priority = fc.constantFrom(...prioritySchema.options);

const snapshot: fc.Arbitrary<Snapshot> = fc.record({
  line: fc.nat(),
  externalId: name,
  subject: maybe(fc.string({ minLength: 1, maxLength: 2000 })),
  description: maybe(fc.string({ minLength: 1 })),
  requester: maybe(name),
  requesterEmail: maybe(name),
  status: maybe(status),
  priority: maybe(priority),
  channel: maybe(fc.constantFrom(...channelSchema.options)),
  queue: maybe(name),
  assignee: maybe(name),
  category: maybe(name),
  tags: fc.array(name),
  csat: maybe(fc.constantFrom('good', 'bad')),
  createdAt: instant,
  updatedAt: maybe(instant),
  firstResponseAt: maybe(instant),
  solvedAt: maybe(instant),
  closedAt: maybe(instant),
  fields: fc.dictionary(name, fc.string()),
});

describe('drafts (IMP-10)', () => {
  test('any row gives a draft whose events tell its state, with its status and priority kept', () => {
    fc.assert(
      fc.property(snapshot, (row) => {
        const draft = snapshotDraft(row, 'generic', () => undefined);
        expect(checkDraft(draft)).toEqual([]);
        expect([draft.status, draft.priority, draft.queue, draft.assignee]).toEqual([
          row.status ?? 'open',
          row.priority ?? 'p3',
          row.queue,
          row.assignee,
        ]);
        expect(draftFingerprint(snapshotDraft({ ...row, line: row.line + 1 }, 'generic', () => undefined))).toBe(
          draftFingerprint(draft),
        );
        expect(new Set(draft.events.map(eventFingerprint)).size).toBe(draft.events.length);
      }),
      { numRuns: 1000 },
    );
  });

  test('any audit log gives a sound draft that ends as its last row stands', () => {
    const header = [
      'number',
      'state',
      'sys_mod_count',
      'opened_at',
      'sys_updated_at',
      'priority',
      'assignment_group',
      'assigned_to',
      'resolved_at',
    ];
    const mapping = {
      format: 'servicenow',
      columns: detectColumns('servicenow', header),
      dateOrder: 'ymd',
      timeZone: 'UTC',
      values: { status: {}, priority: {}, channel: {} },
    } as const;
    const plan = compilePlan(mapping, header);
    const read = createLogReader(plan, createCells(plan));
    const time = instant.map((at) => new Date(at).toISOString().slice(0, 16));
    const step = fc.record({
      state: fc.constantFrom('New', 'Active', 'Awaiting User Info', 'Awaiting Vendor', 'Resolved', 'Closed', '-100'),
      priority: fc.constantFrom('1 - Critical', '3 - Moderate', '?'),
      group: fc.constantFrom('A', 'B', '?'),
      person: fc.constantFrom('P', 'Q', '?'),
      resolved: fc.oneof(time, fc.constant('?')),
    });
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 2, maxLength: 8 }),
        time,
        fc.array(instant, { minLength: 8, maxLength: 8 }),
        (steps, opened, times) => {
          const sorted = times.toSorted((a, b) => a - b).map((at) => new Date(at).toISOString().slice(0, 16));
          const rows = steps.map((s, i) => ({
            line: i + 2,
            cells: ['INC1', s.state, `${i}`, opened, sorted[i] ?? '', s.priority, s.group, s.person, s.resolved],
          }));
          const draft = read(rows, () => undefined);
          expect(draft === null ? ['none'] : checkDraft(draft)).toEqual([]);
          const last = steps.at(-1);
          const said = steps.findLast((s) => s.state !== '-100');
          if (said !== undefined) expect(draft?.status).toBe(knownStatus(said.state, true));
          expect([draft?.queue, draft?.assignee]).toEqual(
            [last?.group, last?.person].map((text) => (text === '?' ? null : text)),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  test('any tangle of Zendesk audits and comments gives a sound draft that ends as the ticket stands', () => {
    const iso = instant.map((at) => new Date(at).toISOString());
    const state = fc.constantFrom('new', 'open', 'pending', 'hold', 'solved', 'closed');
    const event = fc.oneof(
      fc.record({
        type: fc.constant('Change'),
        field_name: fc.constant('status'),
        value: state,
        previous_value: state,
      }),
      fc.record({ type: fc.constant('Create'), field_name: fc.constant('status'), value: state }),
      fc.record({
        type: fc.constant('Change'),
        field_name: fc.constant('group_id'),
        value: maybe(fc.constantFrom('1', '2')),
        previous_value: fc.anything(),
      }),
      fc.record({
        type: fc.constant('Comment'),
        author_id: fc.constantFrom(5, 6, -1),
        body: fc.string(),
        public: fc.boolean(),
      }),
      fc.record({ type: fc.string(), field_name: fc.anything(), value: fc.anything() }),
    );
    const audit = fc.record({
      id: fc.nat(),
      created_at: fc.oneof(iso, fc.constant('x')),
      author_id: fc.constantFrom(5, 6, -1),
      events: fc.array(event, { maxLength: 4 }),
    });
    const comment = fc.record({
      id: fc.nat(),
      created_at: iso,
      author_id: fc.constantFrom(5, 6),
      body: fc.string(),
      public: fc.boolean(),
    });
    const ticket = fc.record({
      id: fc.constant(1),
      created_at: iso,
      updated_at: iso,
      status: state,
      subject: fc.string(),
      requester_id: fc.constant(5),
      group_id: fc.constantFrom(1, 2, null),
      assignee_id: fc.constantFrom(6, null),
      audits: fc.array(audit, { maxLength: 5 }),
      comments: fc.array(comment, { maxLength: 5 }),
    });
    const read = createTicketReader(emptyBundle(), createDateReader('ymd', 'UTC'));
    fc.assert(
      fc.property(ticket, (value) => {
        const draft = read(value, 1, () => undefined);
        expect(draft === null ? ['none'] : checkDraft(draft)).toEqual([]);
        expect([draft?.status, draft?.queue]).toEqual([
          value.status,
          value.group_id === null ? null : `Group ${value.group_id}`,
        ]);
      }),
      { numRuns: 500 },
    );
  });

  test('whatever JSON comes, looking for records does not fail', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
        const bundle = emptyBundle();
        for (const found of findRecords({ tickets: value, body: value, users: value, audits: value })) {
          if (found.kind !== 'ticket') addToBundle(bundle, found);
        }
        expect(bundle.users.size).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('headers and values (IMP-3)', () => {
  test('repeated and blank headers become distinct', () => {
    expect(distinctHeaders(['a', '', 'a', ' a '])).toEqual(['a', 'Column 2', 'a (2)', 'a (3)']);
  });

  test('of two headers for one field the better name wins', () => {
    const fields = (header: readonly string[]) => detectColumns('generic', header).map((column) => column.field);
    expect(fields(['Date', 'Created at', 'Id', 'Ticket ID', 'Tags', 'Labels'])).toEqual([
      'custom',
      'createdAt',
      'custom',
      'externalId',
      'tags',
      'tags',
    ]);
    expect(fieldOfHeader('  ERSTELLT_AM ')?.field).toBe('createdAt');
  });

  test('systems are told by their headers', () => {
    expect(formatOfHeaders(['Number', 'Opened', 'Short description', 'Assignment group'])).toBe('servicenow');
    expect(formatOfHeaders(['case_enquiry_id', 'open_dt', 'case_title'])).toBe('boston311');
    expect(formatOfHeaders(['Ticket ID', 'Subject', 'Status', 'Group', 'Created time'])).toBe('generic');
  });

  test('values of other systems', () => {
    expect([
      matrixPriority('1 - High', '1 - High'),
      matrixPriority('2', '2'),
      matrixPriority('3', '3'),
      matrixPriority('', '1'),
    ]).toEqual(['p1', 'p3', 'p4', null]);
    expect([readMinutes('90'), readMinutes('1:30:30'), readMinutes('-2h'), readMinutes('1,5')]).toEqual([
      90,
      90.5,
      null,
      1.5,
    ]);
    expect(['Good', 'bad with comment', '5', '1', '3', 'Offered', 'Not Offered'].map(knownCsat)).toEqual([
      'good',
      'bad',
      'good',
      'bad',
      null,
      null,
      null,
    ]);
  });
});

test('a header names a zone only where it names UTC alone', () => {
  expect(
    ['Start Date (UTC)', 'created_gmt GMT', 'Created (GMT+1)', 'Created (UTC -05:00)', 'Butcher'].map(saysUtc),
  ).toEqual([true, true, false, false, false]);
});
