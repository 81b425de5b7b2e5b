import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReportContent } from '../../src/contract/index.ts';
import { deskCommand } from '../support/desk-command.ts';
import { pdfText } from '../support/pdf-text.ts';
import { newFile } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();
const file = newFile(folder);
const run = async (...args: readonly string[]) => {
  const said = await deskCommand(['--desk', file, ...args]);
  return { ...said, first: said.lines[0] as Record<string, unknown> };
};
const out = (name: string): string => join(folder, name);

beforeAll(async () => {
  await deskCommand(['sample', '--tickets', '2000', '--seed', '3', '--out', file]);
});

type Figures = {
  readonly rows: readonly {
    readonly label: string;
    readonly figures: readonly {
      readonly name: string;
      readonly n: number;
      readonly hits: number | null;
      readonly value: number | null;
    }[];
  }[];
};
type Kpis = { readonly kpis: readonly { readonly name: string; readonly title: string }[] };

type Told = { readonly summary: readonly string[]; readonly sla: readonly string[] };

/** What the pack has to say: its summary, and what was in time by metric and priority as the Numbers screen has it. */
async function expected(period: ReportContent['period']): Promise<Told> {
  const calls = [
    ['reports.preview', { report: 'weekly' }],
    ['metrics.kpis', null],
    ['metrics.figures', { ...period, by: 'priority', against: 'none' }],
    ['metrics.figures', { ...period, against: 'none' }],
  ] as const;
  const stdin = calls
    .map(([procedure, input]) => JSON.stringify({ procedure, ...(input !== null && { input }) }))
    .join('\n');
  const said = await deskCommand(['--desk', file, 'batch'], { stdin });
  const [content, kpis, ...figures] = (said.lines as { readonly result: unknown }[]).map(({ result }) => result);
  const { sections } = content as ReportContent;
  return {
    summary: sections.find(({ kind }) => kind === 'summary')?.lines ?? [],
    sla: slaLines(kpis as Kpis, figures as Figures[]),
  };
}

function slaLines({ kpis }: Kpis, figures: readonly Figures[]): string[] {
  const rows = figures.flatMap((each) => each.rows);
  return kpis
    .filter(({ name }) => name.endsWith('Met'))
    .flatMap(({ name, title }) =>
      rows.flatMap(({ label, figures }) => {
        const { n, hits, value } = figures.find((each) => each.name === name)!;
        const share = `${(100 * (value ?? 0)).toFixed(1)} %`;
        return n === 0
          ? []
          : [`${title} ${label} ${(hits ?? 0).toLocaleString('en-GB')} ${n.toLocaleString('en-GB')} ${share}`];
      }),
    );
}

/** The pack and what it has to say, both of one state: a clock may run over its target in between, then both are made anew. */
async function steadyPack(period: ReportContent['period'], nth = 1): Promise<{ pack: string; told: Told }> {
  const before = await expected(period);
  const path = out(`weekly-${nth}.pdf`);
  const { exitCode, lines } = await run('report', 'weekly', '--out', path);
  const bytes = readFileSync(path);
  expect([exitCode, lines]).toMatchObject([0, [{ file: path, type: 'application/pdf', bytes: bytes.length }]]);
  const told = await expected(period);
  if (JSON.stringify(before) !== JSON.stringify(told)) return steadyPack(period, nth + 1);
  return { pack: (await pdfText(bytes)).pages.join(' ').replaceAll(/\s+/g, ' '), told };
}

describe('desk report NAME (CLI-4)', () => {
  it('writes the weekly pack as a PDF that says three bullets and the figures of the Numbers screen', async () => {
    const { period } = (await run('report', 'weekly')).first as unknown as ReportContent;
    const { pack, told } = await steadyPack(period);
    expect(told.sla.length).toBeGreaterThan(10);
    for (const line of told.sla) expect(pack).toContain(line);
    expect(told.summary).toHaveLength(3);
    // Those three and nothing else; the dots before them are drawn, not written.
    expect(pack).toContain(`Executive summary ${told.summary.join(' ')} Top 5 incidents by impact`);
    for (const part of [
      'SLA compliance',
      'Agent performance highlights',
      'Action items',
      'numbers do not change later',
    ])
      expect(pack).toContain(part);
    // A look is a look.
    expect((await run('call', 'reports.issues')).first).toEqual({ total: 0, issues: [] });
  });

  it('says any of them as one line of JSON, of the days before a date', async () => {
    const said = await run('report', 'weekly', '--at', '2026-03-02');
    expect(said.lines).toHaveLength(1);
    expect(said.first).toMatchObject({ kind: 'weekly', period: { from: '2026-02-23', days: 7 } });
    for (const name of ['daily', 'monthly', 'review', 'Monthly Review'])
      expect((await run('report', name)).first).toMatchObject({ notes: [], sections: expect.any(Array) as unknown[] });
    expect((await run('report', 'stand-up')).first).toHaveProperty('backlog');
  });

  it('keeps an issue where that is asked for, of an own one by its title', async () => {
    const own = {
      kind: 'daily',
      title: 'For Rosa',
      sections: ['note'],
      note: 'Hello',
      time: null,
      recipients: [],
      paused: false,
    };
    await run('call', 'reports.save', JSON.stringify(own));
    const path = out('rosa.html');
    const kept = await run('report', 'for rosa', '--keep', '--out', path);
    expect(kept.first).toMatchObject({ file: path, issueId: expect.any(String) as string });
    expect(readFileSync(path, 'utf8')).toContain('Hello');
    expect((await run('call', 'reports.issues')).first).toMatchObject({
      total: 1,
      issues: [{ title: 'For Rosa', dueAt: null }],
    });
  });

  it('refuses what it cannot do before it makes anything', async () => {
    const taken = out('taken.pdf');
    writeFileSync(taken, 'mine');
    const kept = (await run('call', 'reports.issues')).first;
    for (const [code, ...args] of [
      ['NOT_FOUND', 'quarterly'],
      ['INVALID', 'weekly', '--keep', '--out', out('pack.docx')],
      ['CONFLICT', 'weekly', '--keep', '--out', taken],
      ['INVALID', 'stand-up', '--keep'],
      ['NOT_FOUND', 'weekly', '--out', out('none/pack.pdf')],
      ['INVALID', 'weekly', '--at', 'yesterday'],
      ['INVALID', 'weekly', '--at', '2026-02-30'],
    ] as const)
      expect(await run('report', ...args)).toMatchObject({ exitCode: 1, lines: [{ error: { code } }] });
    expect((await run('call', 'reports.issues')).first).toEqual(kept);
    expect(readFileSync(taken, 'utf8')).toBe('mine');
    expect(existsSync(out('pack.docx'))).toBe(false);
  });
});
