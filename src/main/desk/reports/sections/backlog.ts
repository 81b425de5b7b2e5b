import { count, table, text } from '../../../../domain/reports/cells.ts';
import { counted, periodWords } from '../../../../domain/reports/words.ts';
import { ageing } from '../../metrics/heat.ts';
import { figuresOf, type Ask, type Part } from '../ask.ts';

const ageWords = (from: number, to: number | null): string =>
  to === null ? `${from} days and more` : from === 0 ? `under ${counted(to, 'day')}` : `${from} to ${to} days`;

/** What is not solved: at the end of the days, and by age as it stands when this is made. */
export async function backlogSection(ask: Ask): Promise<Part> {
  const at = (await figuresOf(ask, ask.period)).find(({ kpi }) => kpi.name === 'backlog')?.told.value ?? 0;
  const ages = ageing(ask.core);
  const end = `${counted(at, 'ticket')} not solved at the end of ${periodWords(ask.period)}.`;
  if (ages.n === 0) return { title: 'Backlog', lines: [end, 'Nothing is open now.'], tables: [] };
  const late = ages.steps.reduce((sum, { breached }) => sum + breached, 0);
  const rows = ages.steps.map(({ fromDays, toDays, n, breached }) => [
    text(ageWords(fromDays, toDays)),
    count(n),
    count(breached),
  ]);
  return {
    title: 'Backlog',
    lines: [end, `${counted(ages.n, 'ticket')} open now, ${late} of them late.`],
    tables: [table('backlog', 'Open now, by age', ['Age', 'Open', 'Late'], rows)],
  };
}
