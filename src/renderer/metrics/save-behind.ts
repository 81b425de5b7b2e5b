import { csvText } from '../../domain/exchange/csv-write.ts';
import { sayError } from '../app/errors.ts';
import { saveFile } from '../app/save-file.ts';
import { say } from '../app/toasts.tsx';
import { client } from '../client/client.ts';
import { mw } from '../strings/en-metrics.ts';

type Input = Parameters<typeof client.metrics.behind>[0];
const most = 5000;
const w = mw.file;

const iso = (at: number | null): string => (at === null ? '' : new Date(at).toISOString());

/** Saves the tickets behind a figure, not only those that are listed; the latest 5,000 of more. */
export async function saveBehind(input: Input): Promise<void> {
  try {
    const { tickets } = await client.metrics.behind({ ...input, limit: most });
    const rows = tickets.map(({ number, subject, createdAt, solvedAt, minutes, hit }) => [
      String(number),
      subject,
      iso(createdAt),
      iso(solvedAt),
      minutes === null ? '' : String(minutes),
      hit === null ? '' : hit ? w.yes : w.no,
    ]);
    const name = w.name(input.name, input.from, input.days);
    saveFile(name, csvText([w.behind, ...rows]), 'text/csv;charset=utf-8');
    say({ title: w.saved(name) });
  } catch (error) {
    sayError(error);
  }
}
