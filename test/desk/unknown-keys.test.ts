import { call, isProcedure } from '@orpc/server';
import { isContractProcedure } from '@orpc/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contract, policySchema } from '../../src/contract/index.ts';
import { unknownInWords, unknownKeys } from '../../src/main/desk/unknown-keys.ts';
import { dump } from '../support/dump.ts';
import { tempFolder } from '../support/temp.ts';
import { refusal, testDesk, type TestDesk } from '../support/test-desk.ts';

const folder = tempFolder();
let desk: TestDesk;
beforeAll(async () => {
  desk = await testDesk(folder);
});
afterAll(() => desk.close());

type Node = Readonly<Record<string, unknown>>;
const leaves = (tree: object, isLeaf: (node: unknown) => boolean, path = ''): [string, unknown][] =>
  Object.entries(tree as Node).flatMap(([key, node]) => {
    const name = path === '' ? key : `${path}.${key}`;
    return isLeaf(node) ? [[name, node] as [string, unknown]] : leaves(node as object, isLeaf, name);
  });

/** Inputs as they would be typed wrong: the types of the client would not let them through. */
const typo = (procedure: unknown, input: unknown) =>
  refusal(call(procedure as Parameters<typeof call>[0], input as never, { context: { trusted: true } }));

describe('a key that is not known is refused, never passed over (CTR-4)', () => {
  it('at every procedure that takes an input, before anything is done', async () => {
    const before = dump(desk.file, desk.clock.now());
    const asked = leaves(desk.desk.router, isProcedure).filter(
      ([, node]) => (node as { '~orpc': { inputSchema?: unknown } })['~orpc'].inputSchema !== undefined,
    );
    expect(asked.length).toBeGreaterThan(100);
    for (const [name, node] of asked) {
      const said = await typo(node, { notAKey: 1 });
      expect([name, said.code, said.data]).toEqual([name, 'INVALID', { field: 'notAKey' }]);
    }
    expect(dump(desk.file, desk.clock.now())).toEqual(before);
  });

  it('every kind of schema in the contract is one whose keys are looked at, or has none', () => {
    const looked = 'object record array tuple union optional nullable default prefault readonly pipe'.split(' ');
    const keyless = 'string number boolean literal enum unknown null transform any custom'.split(' ');
    const seen = new Set<string>();
    const met = new Set<unknown>();
    const visit = (node: unknown): void => {
      if (typeof node !== 'object' || node === null || met.has(node)) return;
      met.add(node);
      if (node instanceof z.ZodType) {
        seen.add(node._zod.def.type);
        Object.values(node._zod.def).forEach(visit);
      } else if (Array.isArray(node) || Object.getPrototypeOf(node) === Object.prototype)
        Object.values(node).forEach(visit);
    };
    for (const [, node] of leaves(contract, isContractProcedure))
      visit((node as { '~orpc': { inputSchema?: unknown } })['~orpc'].inputSchema);
    expect([...seen].filter((type) => !looked.includes(type) && !keyless.includes(type))).toEqual([]);
    expect(seen.size).toBeGreaterThan(8);
  });

  const office = { timeZone: 'UTC', hours: { mon: [['09:00', '17:00']] } };
  it.each([
    ['add', { calendar: { ...office, holiday: ['2026-12-25'] }, from: 0, minutes: 1 }, 'calendar.holiday', 'holidays'],
    ['between', { calendar: { ...office, timezone: 'UTC' }, from: 0, to: 1 }, 'calendar.timezone', 'timeZone'],
    ['at', { calendar: { ...office, exception: [] }, at: 0 }, 'calendar.exception', 'exceptions'],
    ['intervals', { calendar: { ...office, closure: [] }, from: 0, to: 1 }, 'calendar.closure', 'closures'],
    [
      'save',
      { name: 'X', calendar: { ...office, holidays: [{ date: '2026-12-25', nmae: 'Christmas' }] } },
      'calendar.holidays.0.nmae',
      'name',
    ],
    [
      'year',
      { calendar: { ...office, yearly: [{ month: 1, day: 1, hour: [] }] }, year: 2026 },
      'calendar.yearly.0.hour',
      'hours',
    ],
    ['save', { name: 'X', calendar: { ...office, hours: { tues: [] } } }, 'calendar.hours.tues', 'tue'],
  ] as const)('calendar.%s with a slip in %j', async (name, input, field, meant) => {
    const said = await typo(desk.desk.router.calendar[name], input);
    expect(said).toMatchObject({ code: 'INVALID', data: { field } });
    expect(said.message).toBe(`“${field}” is not known. Did you mean “${meant}”?`);
  });

  const target = { p1: { minutes: 60, time: 'calendar' } };
  const policy = { name: 'Gold', calendar: 'business', targets: { firstResponse: target } };
  const calendars = { business: office };
  it.each([
    ['policySave', { policy: { ...policy, pausez: {} } }, 'policy.pausez', 'pauses'],
    [
      'policySave',
      { policy: { ...policy, targets: { firstReponse: target } } },
      'policy.targets.firstReponse',
      'firstResponse',
    ],
    ['policySave', { policy: { ...policy, ladder: [{ minuteLeft: 5 }] } }, 'policy.ladder.0.minuteLeft', 'minutesLeft'],
    [
      'policySave',
      { policy: { ...policy, match: { all: [{ field: 'priority', value: ['p1'] }] } } },
      'policy.match.all.0.value',
      'values',
    ],
    ['preview', { draft: { policies: [{ ...policy, reopens: 'restart' }] } }, 'draft.policies.0.reopens', 'reopen'],
    [
      'policyReplay',
      { draft: { calendars: { a: { ...office, holiday: [] } } } },
      'draft.calendars.a.holiday',
      'holidays',
    ],
    ['replay', { policy: { ...policy, pausez: {} }, calendars, events: [], now: 0 }, 'policy.pausez', 'pauses'],
    [
      'replay',
      { policy, calendars, events: [{ at: 0, type: 'created', prority: 'p1' }], now: 0 },
      'events.0.prority',
      'priority',
    ],
  ] as const)('sla.%s with a slip in %j', async (name, input, field, meant) => {
    const said = await typo(desk.desk.router.sla[name], input);
    expect(said).toMatchObject({ code: 'INVALID', data: { field } });
    expect(said.message).toBe(`“${field}” is not known. Did you mean “${meant}”?`);
  });

  const rule = { kind: 'trigger', name: 'Urgent', on: ['created'], actions: [{ type: 'addTags', tags: ['hot'] }] };
  const condition = { all: [{ field: 'priority', values: ['p1'] }] };
  const file = (rules: unknown[]) => ({ json: JSON.stringify({ foredesk: 'rules', version: 1, rules }) });
  it.each([
    ['save', { rule: { ...rule, condition } }, 'rule.condition', 'conditions'],
    [
      'save',
      { rule: { ...rule, actions: [{ type: 'addTags', tags: ['a'], tag: 'a' }] } },
      'rule.actions.0.tag',
      'tags',
    ],
    ['simulate', { rules: [{ ...rule, minuteSaved: 1 }] }, 'rules.0.minuteSaved', 'minutesSaved'],
    ['importJson', file([rule, { ...rule, name: 'Two', condtions: condition }]), 'rules.1.condtions', 'conditions'],
    [
      'importJson',
      { ...file([{ ...rule, conditions: { al: condition.all } }]), dryRun: true },
      'rules.0.conditions.al',
      'all',
    ],
  ] as const)('automation.%s with a slip in %j', async (name, input, field, meant) => {
    const said = await typo(desk.desk.router.automation[name], input);
    expect(said).toMatchObject({ code: 'INVALID', data: { field } });
    expect(said.message).toBe(`“${field}” is not known. Did you mean “${meant}”?`);
    expect((await desk.client.automation.list({})).rules).toEqual([]);
  });

  it('a calendar that is being checked says all that is wrong with it, unknown keys too', async () => {
    const { problems } = await desk.client.calendar.check({
      calendar: { timeZone: 'UTC', hours: { mon: [['9', '17:00']] }, holiday: [] },
    });
    expect(problems.map(({ field }) => field)).toEqual(['holiday', 'hours.mon.0.0']);
  });
});

describe('what the desk gives out may come back (SLA-44, AUT-31)', () => {
  it('policies and their versions, calendars, rules', async () => {
    const { client } = desk;
    const { policies } = await client.sla.policies();
    const [first] = policies;
    const same = await client.sla.policySave({ policy: first! });
    expect(same).toMatchObject({ id: first!.id, changeSet: null });
    const { versions } = await client.sla.policyHistory({ id: first!.id });
    expect((await client.sla.policySave({ policy: versions[0]! })).changeSet).toBeNull();
    const moved = await client.sla.policySave({ policy: { ...versions[0]!, atRiskPercent: 60 } });
    expect(moved.version).toBe(first!.version + 1);
    const rows = desk.db.prepare('SELECT body FROM policy_version').all() as { body: string }[];
    const keys = Object.keys(policySchema.shape);
    for (const { body } of rows)
      expect(Object.keys(JSON.parse(body) as object).filter((key) => !keys.includes(key))).toEqual([]);
    expect((await client.sla.preview({ draft: { policies } })).looked).toBe(0);

    const { calendars } = await client.calendar.list();
    for (const { key, name, calendar } of calendars)
      expect((await client.calendar.save({ key, name, calendar, effective: 'now' })).key).toBe(key);

    const { rule } = await client.automation.save({
      rule: { kind: 'macro', name: 'Thanks', actions: [{ type: 'note', body: 'Thanked' }] },
    });
    expect((await client.automation.save({ rule })).changeSet).toBeNull();
    const { json } = await client.automation.exportJson();
    expect(await client.automation.importJson({ json })).toMatchObject({ same: 1, changed: 0, added: 0 });
  });
});

describe('finding unknown keys', () => {
  const one = z.object({ type: z.literal('one'), a: z.number() });
  const two = z.object({ type: z.literal('two'), b: z.array(z.object({ c: z.string().optional() })).default([]) });
  const schema = z.object({
    pick: z
      .union([z.string(), z.array(z.string()), one, two])
      .nullable()
      .optional(),
    words: z.partialRecord(z.enum(['mon', 'tue']), z.object({ x: z.number() })).optional(),
    any: z.record(z.string(), one).optional(),
    pair: z.tuple([z.number(), one]).optional(),
    open: z.looseObject({ inner: one.optional() }).optional(),
  });
  const paths = (input: unknown) => unknownKeys(schema, input).map(({ path }) => path.join('.'));

  it.each([
    [{ pick: 'x', words: { mon: { x: 1 } }, any: { whatever: { type: 'one', a: 1 } } }, []],
    [{ pick: { type: 'two', b: [{ c: 'x' }, { d: 1 }] } }, ['pick.b.1.d']],
    [{ pick: { type: 'one', a: 1, b: [] } }, ['pick.b']],
    [{ pick: { type: 'three', z: 1 } }, []],
    [{ words: { wed: { x: 1 } } }, ['words.wed']],
    [{ any: { k: { type: 'one', aa: 1 } } }, ['any.k.aa']],
    [{ pair: [1, { type: 'one', bb: 1 }] }, ['pair.1.bb']],
    [{ open: { more: 1, inner: { type: 'one', q: 1 } } }, ['open.inner.q']],
    [{ left: undefined }, []],
    [JSON.parse('{"__proto__":1,"constructor":2}'), ['__proto__', 'constructor']],
    [null, []],
    ['text', []],
    [new Map([['x', 1]]), []],
  ])('of %j', (input, found) => {
    expect(paths(input)).toEqual(found);
  });

  it('says what would be known where nothing is near', () => {
    expect(unknownInWords({ path: ['a', 'qqq'], known: ['id', 'name'] })).toBe(
      '“a.qqq” is not known. Known there: id, name.',
    );
    expect(unknownInWords({ path: ['qqq'], known: [] })).toBe('“qqq” is not known. Nothing can be given there.');
    const many = Array.from({ length: 14 }, (_, n) => `key${n}`);
    expect(unknownInWords({ path: ['other'], known: many })).toMatch(/key11 and others\.$/);
  });
});
