import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contract } from '../../src/contract/index.ts';
import { dump } from '../support/dump.ts';
import { deskCommand } from '../support/desk-command.ts';
import { mondayTen } from '../support/fake-clock.ts';
import { newFile, newTicket, testDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();
const fixture = (name: string) => join(import.meta.dirname, '../fixtures', name);
const answer = async (args: readonly string[], stdin?: string) => {
  const said = await deskCommand(args, stdin === undefined ? {} : { stdin });
  return { ...said, first: said.lines[0] as Record<string, unknown> };
};

describe('the command line (CLI-1)', () => {
  it('calls pure rules without a desk, and says which need one', async () => {
    const calendar = { timeZone: 'UTC', hours: { mon: [['09:00', '17:00']] } };
    const input = JSON.stringify({ calendar, from: mondayTen, minutes: 480 });
    expect(await answer(['call', 'calendar.add', input])).toMatchObject({
      exitCode: 0,
      lines: [{ at: mondayTen + 167 * 3_600_000 + 60 * 60_000 }],
    });
    const lost = await answer(['call', 'tickets.views']);
    expect(lost).toMatchObject({ exitCode: 1, lines: [{ error: { code: 'NOT_FOUND' } }] });
    expect(lost.stdout).toContain('--desk FILE');
  });

  it('refuses in one line of JSON with exit code 1, whatever is wrong', async () => {
    const refused = async (args: readonly string[], code: string) => {
      const said = await answer(args);
      expect(said).toMatchObject({ exitCode: 1, lines: [{ error: { code, message: expect.any(String) as string } }] });
      return said;
    };
    await Promise.all([
      refused([], 'INVALID'),
      refused(['dance'], 'INVALID'),
      refused(['call', 'calendar.add', '{'], 'INVALID'),
      refused(['call', 'no.such'], 'NOT_FOUND'),
      refused(['--desk', join(folder, 'none', 'x.desk'), 'verify'], 'NOT_FOUND'),
      refused(['report', 'week'], 'NOT_FOUND'),
    ]);
    const out = newFile(folder);
    await refused(['sample', '--tickets', '0', '--seed', '1', '--out', out], 'INVALID');
    expect(existsSync(out)).toBe(false);
    const bad = await refused(['call', 'calendar.add', '{"minutes":1}'], 'INVALID');
    expect(bad.lines[0]).toMatchObject({ error: { data: { field: expect.any(String) as string } } });
  });

  it('never makes a desk of a mistyped path: what only reads is refused, and nothing is there afterwards (CLI-3)', async () => {
    const file = newFile(folder);
    const reads = [
      ['call', 'desk.info'],
      ['call', 'tickets.window', '{"filter":{}}'],
      ['call', 'desk.live'],
      ['call', 'no.such'],
      ['call', 'automation.importJson', '{"json":"{}","dryRun":true}'],
      ['verify'],
      ['report', 'stand-up'],
      ['backup', newFile(folder)],
    ];
    for (const args of reads) {
      const said = await answer(['--desk', file, ...args]);
      expect([args, said.exitCode, said.lines]).toMatchObject([args, 1, [{ error: { code: 'NOT_FOUND' } }]]);
      expect(said.stdout).toContain(`There is no desk at ${file}`);
    }
    const batch = await answer(
      ['--desk', file, 'batch'],
      '{"id":1,"procedure":"desk.info"}\n{"id":2,"procedure":"calendar.regions"}',
    );
    expect(batch.lines).toMatchObject([
      { id: 1, error: { code: 'NOT_FOUND' } },
      { id: 2, result: {} },
    ]);
    expect(readdirSync(dirname(file)).filter((name) => name.startsWith(basename(file)))).toEqual([]);
  });

  it('makes a desk for what begins one, and leaves none behind where that was refused (CLI-3)', async () => {
    const csv = join(folder, 'not-there.csv');
    const refusals = [
      ['call', 'tickets.create', '{"subject":""}'],
      ['import', csv],
    ];
    for (const args of refusals) {
      const file = newFile(folder);
      expect(await answer(['--desk', file, ...args])).toMatchObject({ exitCode: 1 });
      expect(readdirSync(dirname(file)).filter((name) => name.startsWith(basename(file)))).toEqual([]);
    }
    const lines = [
      { id: 1, procedure: 'desk.info' },
      { id: 2, procedure: 'tickets.create', input: { subject: '' } },
      { id: 3, procedure: 'tickets.create', input: { subject: 'One', requester: { name: 'Ann' } } },
      { id: 4, procedure: 'tickets.create', input: { subject: '' } },
      { id: 5, procedure: 'desk.info' },
    ];
    const file = newFile(folder);
    const said = await answer(['--desk', file, 'batch'], lines.map((line) => JSON.stringify(line)).join('\n'));
    expect(said.lines).toMatchObject([
      { id: 1, error: { code: 'NOT_FOUND' } },
      { id: 2, error: { code: 'INVALID' } },
      { id: 3, result: { number: 1 } },
      { id: 4, error: { code: 'INVALID' } },
      { id: 5, result: { tickets: 1 } },
    ]);
    expect(await answer(['--desk', file, 'call', 'desk.live'])).toMatchObject({
      exitCode: 1,
      lines: [{ error: { code: 'INVALID' } }],
    });
  });

  it('tells its commands on stderr when asked', async () => {
    for (const args of [['help'], ['--help'], ['-h'], ['call', '--help']]) {
      const { exitCode, stdout, stderr } = await answer(args);
      expect([exitCode, stdout]).toEqual([0, '']);
      expect(stderr).toContain('import FILE');
    }
  });

  it('lists every procedure with its schemas', async () => {
    const { first, exitCode } = await answer(['procedures']);
    const procedures = first.procedures as { procedure: string; summary: string; input: unknown; output: unknown }[];
    expect(exitCode).toBe(0);
    expect(procedures.map(({ procedure }) => procedure)).toEqual(
      expect.arrayContaining(['tickets.window', 'calendar.add', 'sla.replay', 'exchange.run', 'desk.verify']),
    );
    expect(procedures.find(({ procedure }) => procedure === 'tickets.note')).toMatchObject({
      input: { type: 'object', required: ['id', 'body'] },
    });
  });

  it('answers a batch line by line, in order, each seeing what the one before did', async () => {
    const file = newFile(folder);
    const lines = [
      { id: 1, procedure: 'tickets.create', input: { subject: 'One', requester: { name: 'Ann' } } },
      { id: 'two', procedure: 'tickets.counts', input: { filter: {} } },
      { id: 3, procedure: 'tickets.get', input: { number: 99 } },
      { id: 4, input: {} },
    ];
    const { lines: said } = await answer(
      ['--desk', file, 'batch'],
      `${lines.map((line) => JSON.stringify(line)).join('\n')}\nnot json\n\n`,
    );
    expect(said).toMatchObject([
      { id: 1, result: { number: 1 } },
      { id: 'two', result: { total: 1 } },
      { id: 3, error: { code: 'NOT_FOUND' } },
      { id: 4, error: { code: 'INVALID' } },
      { id: null, error: { code: 'INVALID' } },
    ]);
  });

  it('takes no input for an empty one, where every field may be left out (CLI-2)', async () => {
    const takesNothing = (schema: unknown): boolean => schema instanceof z.ZodType && schema.safeParse({}).success;
    const asked = Object.entries(contract).flatMap(([domain, procedures]) =>
      Object.entries(procedures as Record<string, { '~orpc': { inputSchema?: unknown } }>)
        .filter(([, node]) => takesNothing(node['~orpc'].inputSchema))
        .map(([name]) => `${domain}.${name}`),
    );
    expect(asked).toEqual(expect.arrayContaining(['automation.list', 'escalation.board', 'desk.history', 'desk.undo']));
    const lines = [
      { id: 'made', procedure: 'people.create', input: { name: 'Noor' } },
      ...asked.map((procedure) => ({ id: procedure, procedure })),
      { id: 'null', procedure: 'automation.list', input: null },
      { id: 'short', procedure: 'tickets.get' },
    ];
    const file = newFile(folder);
    const { lines: said } = await answer(
      ['--desk', file, 'batch'],
      lines.map((line) => JSON.stringify(line)).join('\n'),
    );
    const refusals = (said as { id: string; error?: { code: string; message: string } }[])
      .filter(({ error }) => error?.code === 'INTERNAL' || /^The input|is missing/.test(error?.message ?? ''))
      .map(({ id, error }) => [id, error?.message]);
    expect(said).toHaveLength(lines.length);
    expect(refusals).toEqual([['short', '“id” is missing.']]);
    expect(await answer(['--desk', file, 'call', 'automation.list'])).toMatchObject({
      exitCode: 0,
      lines: [{ rules: [] }],
    });
  });

  it('makes a sample, backs it up and verifies both; writes over nothing', async () => {
    const file = newFile(folder);
    const copy = newFile(folder);
    expect(await answer(['sample', '--tickets', '300', '--seed', '5', '--out', file])).toMatchObject({
      exitCode: 0,
      lines: [{ file, changed: 300 }],
    });
    expect(await answer(['sample', '--tickets', '300', '--seed', '5', '--out', file])).toMatchObject({
      exitCode: 1,
      lines: [{ error: { code: 'CONFLICT' } }],
    });
    expect(await answer(['--desk', file, 'backup', copy])).toMatchObject({ exitCode: 0, lines: [{ file: copy }] });
    expect(await answer(['--desk', file, 'backup', copy])).toMatchObject({
      exitCode: 1,
      lines: [{ error: { code: 'CONFLICT' } }],
    });
    expect(await answer(['--desk', file, 'backup', join(folder, 'none', 'x.desk')])).toMatchObject({
      exitCode: 1,
      lines: [{ error: { code: 'NOT_FOUND' } }],
    });
    expect(await answer(['--desk', copy, 'verify'])).toMatchObject({ exitCode: 0, lines: [{ ok: true }] });
    const at = mondayTen + 1e10;
    expect(dump(copy, at)).toEqual(dump(file, at));
  });
});

describe('the sample (SMP-1)', () => {
  it('is the same desk for the same seed at the same time, ids included; another for another', async () => {
    const make = async (seed: number) => {
      const desk = await testDesk(folder);
      await desk.client.desk.sample({ tickets: 200, seed });
      const { rows } = await desk.client.tickets.window({ filter: {}, sort: [{ by: 'number' }], limit: 200 });
      const shown = await desk.client.tickets.get({ number: 7 });
      await desk.close();
      return { rows, events: shown.events };
    };
    const first = await make(9);
    const second = await make(9);
    expect(first.rows).toHaveLength(200);
    const people = ({ rows }: typeof first) =>
      rows.map(({ id, number, subject, createdAt, band, assigneeId, queueId }) => ({
        id,
        number,
        subject,
        createdAt,
        band,
        assigneeId,
        queueId,
      }));
    expect(people(second)).toEqual(people(first));
    expect(second.events).toEqual(first.events);
    expect(people(await make(10))).not.toEqual(people(first));
  });
});

describe('import (IMP)', () => {
  const files = ['zendesk-tickets.csv', 'servicenow-event-log.csv', 'boston-311.csv', 'zendesk-export.json'];
  const mappingOf = async (client: Awaited<ReturnType<typeof testDesk>>['client'], path: string) => {
    const { mapping } = await client.exchange.inspect({ source: { path } });
    return { ...mapping, timeZone: mapping.timeZone ?? 'UTC', dateOrder: mapping.dateOrder ?? ('dmy' as const) };
  };

  it.each(files)('%s: twice changes nothing, dry changes nothing, undo leaves the desk as before', async (name) => {
    const desk = await testDesk(folder);
    const { client, clock } = desk;
    const mine = await newTicket(client, { requester: { name: 'Mia Berg', email: 'mia@example.org' } });
    const path = fixture(name);
    const mapping = await mappingOf(client, path);
    const run = (mode: 'dryRun' | 'import') => client.exchange.run({ source: { path }, mapping, mode });
    const before = dump(desk.file, clock.now());

    const dry = await run('dryRun');
    expect(dry).toMatchObject({ state: 'done', changeSet: null });
    expect(dump(desk.file, clock.now())).toEqual(before);
    const real = await run('import');
    expect(real).toMatchObject({ state: 'done', counts: dry.counts });
    expect(real.counts.create).toBeGreaterThan(0);
    const after = dump(desk.file, clock.now());
    const again = await run('import');
    expect(again).toMatchObject({
      state: 'done',
      counts: { create: 0, update: 0, skip: real.counts.create },
      changeSet: null,
    });
    expect(dump(desk.file, clock.now())).toEqual(after);
    expect((await client.desk.verify()).checks.filter(({ ok }) => !ok)).toEqual([]);

    const { batches } = await client.exchange.batches();
    expect(batches).toHaveLength(1);
    await client.desk.undo({ changeSet: real.changeSet! });
    const { batch, ...undone } = dump(desk.file, clock.now());
    const { batch: none, ...asBefore } = before;
    expect(undone).toEqual(asBefore);
    expect([none, batch].map((rows) => rows?.length)).toEqual([0, 1]);
    expect((await client.exchange.batches()).batches).toMatchObject([{ undone: true }]);
    expect((await client.tickets.get({ id: mine.id })).number).toBe(mine.number);
    await desk.close();
  });

  it('a newer file changes what moved there, undo takes that back too; an undone import is not redone', async () => {
    const desk = await testDesk(folder);
    const { client, clock } = desk;
    const path = join(folder, 'export.csv');
    copyFileSync(fixture('zendesk-tickets.csv'), path);
    const mapping = await mappingOf(client, path);
    const first = await client.exchange.run({ source: { path }, mapping, mode: 'import' });
    const before = dump(desk.file, clock.now());
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace('Where is my order?', 'Where is my parcel?').replace('Pending', 'Solved'),
    );
    const second = await client.exchange.run({ source: { path }, mapping, mode: 'import' });
    expect(second.counts).toMatchObject({ create: 0, update: 1, skip: 2 });
    expect((await client.tickets.search({ query: 'parcel' })).hits).toHaveLength(1);
    await client.desk.undo({ changeSet: second.changeSet! });
    const { batch: _, ...undone } = dump(desk.file, clock.now());
    const { batch: __, ...asBefore } = before;
    expect(undone).toEqual(asBefore);
    await expect(client.desk.redo()).rejects.toMatchObject({ code: 'CONFLICT' });

    // The first import goes while the second stands on it: what it made is gone, and so need not be taken back.
    const third = await client.exchange.run({ source: { path }, mapping, mode: 'import' });
    await client.desk.undo({ changeSet: first.changeSet! });
    expect((await client.desk.info()).tickets).toBe(0);
    await client.desk.undo({ changeSet: third.changeSet! });
    expect((await client.desk.verify()).ok).toBe(true);
    await desk.close();
  });

  it('from the command line: questions by flag, job as JSON, progress apart', async () => {
    const file = newFile(folder);
    const args = [
      '--desk',
      file,
      'import',
      fixture('zendesk-tickets.csv'),
      '--time-zone',
      'UTC',
      '--date-order',
      'ymd',
    ];
    expect(await answer([...args, '--dry-run'])).toMatchObject({
      exitCode: 0,
      lines: [{ mode: 'dryRun', counts: { create: 3 } }],
    });
    // What is tried on a desk that is not there makes none.
    expect(existsSync(file)).toBe(false);
    expect(await answer(args)).toMatchObject({ exitCode: 0, lines: [{ state: 'done', counts: { create: 3 } }] });
    expect(await answer(['--desk', file, 'import', join(folder, 'none.csv')])).toMatchObject({
      exitCode: 1,
      lines: [{ error: { code: 'NOT_FOUND' } }],
    });
  });
});
