import { Temporal } from 'temporal-polyfill';
import type { DayBlock } from '../../contract/reports.ts';
import { Fault } from '../fault.ts';

/** The day of a coordinator as the seeds model it. SPEC STU-10. */
export const defaultDay: readonly DayBlock[] = [
  { from: '09:00', to: '10:00', name: 'Queue triage', kind: 'triage' },
  { from: '10:00', to: '12:00', name: 'Coaching and QA', kind: 'quality' },
  { from: '13:00', to: '15:00', name: 'Mail and escalations', kind: 'escalations' },
  { from: '15:00', to: '17:00', name: 'Reports', kind: 'reports' },
];

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Refuses blocks that end before they begin or lie over each other: Fault INVALID with the place of the first. */
export function checkDay(blocks: readonly DayBlock[]): void {
  blocks.forEach(({ name, from, to }, index) => {
    if (minutes(to) <= minutes(from))
      throw new Fault('INVALID', `“${name}” ends at ${to}, before it begins at ${from}.`, {
        field: `blocks.${index}.to`,
      });
    const before = blocks[index - 1];
    if (before !== undefined && minutes(from) < minutes(before.to))
      throw new Fault('INVALID', `“${name}” begins at ${from}, while “${before.name}” goes on until ${before.to}.`, {
        field: `blocks.${index}.from`,
      });
  });
}

export type PlacedBlock = DayBlock & { readonly fromAt: number; readonly toAt: number; readonly current: boolean };

/** The blocks of the day that `now` lies in, as instants (epoch ms) of a zone. */
export function placeDay(blocks: readonly DayBlock[], timeZone: string, now: number): PlacedBlock[] {
  const day = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();
  const at = (time: string): number => {
    const [date, clock] = time === '24:00' ? [day.add({ days: 1 }), '00:00'] : [day, time];
    return date.toZonedDateTime({ timeZone, plainTime: clock }).epochMilliseconds;
  };
  return blocks.map((block) => {
    const fromAt = at(block.from);
    const toAt = at(block.to);
    return { ...block, fromAt, toAt, current: fromAt <= now && now < toAt };
  });
}
