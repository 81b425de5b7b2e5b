import { copyFileSync, constants, rmSync, writeFileSync } from 'node:fs';
import { call } from '@orpc/server';
import { column, connect, rows as read } from '../../src/main/store/db.ts';
import { sampleFile, scratch, withDesk } from './desks.ts';
import { time, type Row } from './stats.ts';

const count = 20_000;
const said = [
  'It took three weeks until the refund came, and nobody called back',
  'Quick and friendly, thank you',
  'The app crashed twice while I paid',
  'Fine',
];

/** The export of a survey sent after tickets were solved, half of its rows with the number of one. */
function exportOf(file: string): string {
  const db = connect(file);
  const tickets = read<{ id: number; solved_at: number }>(
    db,
    'SELECT id, solved_at FROM ticket WHERE solved_at IS NOT NULL ORDER BY id DESC LIMIT ?',
    count,
  );
  db.close();
  const lines = Array.from({ length: count }, (_, n) => {
    const { id, solved_at: solved } = tickets[n % tickets.length] ?? { id: 0, solved_at: 0 };
    const at = new Date(solved + 3_600_000 + n).toISOString();
    return `R${n},${at},${n % 2 === 0 ? `#${id}` : ''},${(n * 7) % 11},${1 + ((n * 3) % 5)},"${said[n % said.length] ?? ''} ${n}"`;
  });
  return `Response ID,Timestamp,Ticket,How likely are you to recommend us?,How satisfied were you?,Why?\n${lines.join('\n')}\n`;
}

/** What a year of surveys costs: 20,000 responses read in, coded and counted. */
export async function surveyBench(tickets: number): Promise<Row[]> {
  const file = scratch(`surveys-${tickets}.desk`);
  const removeAll = (): void => {
    for (const suffix of ['', '-wal', '-shm', '-lock']) rmSync(file + suffix, { force: true });
  };
  removeAll();
  copyFileSync(await sampleFile(tickets), file, constants.COPYFILE_FICLONE);
  const path = scratch(`surveys-${tickets}.csv`);
  writeFileSync(path, exportOf(file));
  const rows: Row[] = [];
  const add = (name: string, ours: number, floor: number | null, note = ''): void => {
    rows.push({
      name: `${name}, ${count} responses, desk of ${tickets}`,
      ours,
      floor,
      unit: 'ms',
      better: 'less',
      note,
    });
  };
  await withDesk(file, async (desk) => {
    const context = { context: desk.session({ trusted: true }) };
    await call(desk.router.desk.settings, { me: null }, context);
    const once = async (work: () => Promise<unknown>): Promise<number> => {
      const began = performance.now();
      await work();
      return performance.now() - began;
    };
    add(
      'surveys.importFile',
      await once(() => call(desk.router.surveys.importFile, { source: { path } }, context)),
      null,
    );
    for (const [name, words] of [
      ['Refund', ['refund']],
      ['Callback', ['called back', 'callback']],
      ['App', ['app', 'crash*']],
      ['Friendly', ['friendly', 'kind']],
    ] as const)
      await call(desk.router.surveys.codeSave, { name, words: [...words] }, context);
    add('surveys.codeByRules', await once(() => call(desk.router.surveys.codeByRules, {}, context)), null);
    const db = connect(file, { readonly: true });
    const bare = await time(5, () =>
      column(db, "SELECT count(*) FROM survey_answer WHERE kind = 'nps' AND score >= 9"),
    );
    db.close();
    const { p50: scores } = await time(5, () => call(desk.router.surveys.scores, { days: 730 }, context));
    add('surveys.scores', scores, bare.p50, 'floor: promoters counted, in SQL');
    add('surveys.responses', (await time(10, () => call(desk.router.surveys.responses, {}, context))).p50, null);
    add('surveys.themes', (await time(5, () => call(desk.router.surveys.themes, { days: 730 }, context))).p50, null);
    add('surveys.causes', (await time(5, () => call(desk.router.surveys.causes, { days: 730 }, context))).p50, null);
  });
  removeAll();
  rmSync(path, { force: true });
  return rows;
}
