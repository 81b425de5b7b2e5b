import { mw } from '../strings/en-metrics.ts';
import type { client } from '../client/client.ts';
import type { CauseBar } from './causes.ts';
import type { Cause } from './metrics-store.ts';

type Heat = Awaited<ReturnType<typeof client.metrics.heat>>;
type Ageing = Awaited<ReturnType<typeof client.metrics.ageing>>;
const w = mw.when;

/** What is shown of when tickets come in, how old they are and what they are about, with its heads. SPEC KPI-56. */
export function whenRows(
  heat: Heat | null,
  ageing: Ageing | null,
  causes: readonly CauseBar[],
  cause: Cause,
): readonly (readonly string[])[] {
  return [
    mw.file.when,
    ...(heat?.cells ?? []).map(({ weekday, hour, n, days }) => [
      w.heat,
      w.weekdays[weekday] ?? '',
      w.hours(hour),
      String(n),
      '',
      String(days),
      w.mean(n, days),
    ]),
    ...(ageing?.steps ?? []).map(({ fromDays, toDays, n, breached }) => [
      w.ageing,
      w.age(fromDays, toDays),
      '',
      String(n),
      String(breached),
      '',
      mw.value('count', n),
    ]),
    ...causes.map(({ label, n, soFar }) => [
      `${w.paretoOf} ${w.causes[cause]}`,
      label,
      '',
      String(n),
      '',
      '',
      mw.value('share', soFar),
    ]),
  ];
}
