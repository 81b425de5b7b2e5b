import { spawnSync } from 'node:child_process';
import { sampleFile } from './desks.ts';
import { timing, type Row } from './stats.ts';

const script = (file: string, bare: boolean): string =>
  bare
    ? `const D = require('better-sqlite3'); const db = new D(${JSON.stringify(file)}, { readonly: true });
       db.prepare('SELECT * FROM ticket INDEXED BY open_due WHERE status < 4 ORDER BY due_at LIMIT 50').all();`
    : `const { openDesk } = await import('./src/main/desk/open-desk.ts'); const { nodePorts } = await import('./src/main/desk/node-ports.ts');
       const { call } = await import('@orpc/server'); const desk = await openDesk(${JSON.stringify(file)}, nodePorts()); const context = desk.session({ trusted: false });
       await call(desk.router.tickets.views, undefined, { context });
       await call(desk.router.tickets.window, { filter: { open: true }, sort: [{ by: 'due', descending: false }], offset: 0, limit: 50 }, { context });
       process.stderr.write(String(process.memoryUsage().rss)); process.stdout.write('ready'); process.exit(0);`;

/** From starting the process to the first rows of a board in hand, and what the process weighs then. */
export async function start(tickets: number): Promise<Row[]> {
  const file = await sampleFile(tickets);
  const run = (bare: boolean) => {
    const samples: number[] = [];
    let rss = 0;
    for (let round = 0; round < 5; round++) {
      const from = performance.now();
      const done = spawnSync(
        process.execPath,
        [bare ? '--input-type=commonjs' : '--input-type=module', '-e', script(file, bare)],
        { encoding: 'utf8' },
      );
      if (done.status !== 0) throw new Error(done.stderr);
      samples.push(performance.now() - from);
      rss = Number(done.stderr) || 0;
    }
    return { ...timing(samples), rss };
  };
  const [ours, floor] = [run(false), run(true)];
  return [
    {
      name: `start to first board (core), ${tickets} tickets, p50`,
      ours: ours.p50,
      floor: floor.p50,
      unit: 'ms',
      better: 'less',
      note: 'floor: node and bare SQLite',
    },
    {
      name: `memory with a board open, ${tickets} tickets`,
      ours: ours.rss / 1024 / 1024,
      floor: null,
      unit: 'MB',
      better: 'less',
    },
  ];
}
