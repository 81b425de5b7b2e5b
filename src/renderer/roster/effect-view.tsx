import { useQuery } from '@tanstack/react-query';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { orpc } from '../client/client.ts';
import { useZone } from '../client/use-desk.ts';
import { messageOf } from '../app/errors.ts';
import { rw } from '../strings/en-roster.ts';
import { number } from '../strings/en.ts';
import { hoursInWords } from '../../domain/roster/lint/words.ts';
import { cx } from '../ui/cx.ts';
import { dayOf } from '../ui/days.ts';
import { clockTime } from '../ui/format.ts';
import { shortDay, stretchWords } from './asked-words.ts';
import { intervalMs, shortOf, stretchesOf, stripsOf, type DayStrip, type ShortInterval } from './effect.ts';

const w = rw.requests;
const barPx = 30;
/** More intervals than this are too narrow for a number each; the words above say them. */
const mostFigures = 18;

type StripProps = { readonly strip: DayStrip; readonly lengthMs: number; readonly zone: string };

/** Intervals of a day as bars up to the line of what is needed, with how many are missing below. */
function Strip({ strip, lengthMs, zone }: StripProps) {
  const { intervals, day, work } = strip;
  const [first] = intervals;
  const last = intervals.at(-1);
  if (first === undefined || last === undefined) return null;
  const most = Math.max(...intervals.map(({ required, before }) => Math.max(required, before)), 1);
  const places = Math.round((last.at - first.at) / lengthMs) + 1;
  const label = w.strip(shortDay(first.at, zone), work);
  return (
    <figure className="flex min-w-0 flex-col gap-1" data-day={day}>
      <figcaption className="text-small font-semibold">{label}</figcaption>
      <div
        role="img"
        aria-label={intervals.map((each) => w.bar(clockTime(each.at, zone), each.required, each.after)).join('; ')}
        className="grid"
        style={{ gridTemplateColumns: `repeat(${places}, minmax(0, 34px))` }}
      >
        {intervals.map((each) => (
          <Bar
            key={each.at}
            interval={each}
            place={Math.round((each.at - first.at) / lengthMs)}
            most={most}
            zone={zone}
            figure={places <= mostFigures}
          />
        ))}
      </div>
      <div className="flex justify-between text-cap text-ink-2 tabular-nums" style={{ maxWidth: places * 34 }}>
        <span>{clockTime(first.at, zone)}</span>
        {places > 1 && <span>{clockTime(last.at + lengthMs, zone)}</span>}
      </div>
    </figure>
  );
}

type BarProps = {
  readonly interval: ShortInterval;
  readonly place: number;
  readonly most: number;
  readonly zone: string;
  /** Wide enough for the number below it. */
  readonly figure: boolean;
};

function Bar({ interval, place, most, zone, figure }: BarProps) {
  const { at, required, before, after } = interval;
  const px = (people: number): number => Math.round((Math.min(people, most) / most) * barPx);
  return (
    <div
      className="flex min-w-0 flex-col items-center"
      style={{ gridColumn: place + 1, gridRow: 1 }}
      title={w.bar(clockTime(at, zone), required, after)}
    >
      <div className="relative w-full" style={{ height: barPx + 2 }}>
        <span
          className="absolute inset-x-[1px] bottom-0 rounded-t-[2px] border border-b-0 border-dashed border-line-strong"
          style={{ height: px(before) }}
        />
        <span className="absolute inset-x-[1px] bottom-0 rounded-t-[2px] bg-late/45" style={{ height: px(after) }} />
        <span className="absolute inset-x-0 h-[2px] bg-ink" style={{ bottom: px(required) - 1 }} />
      </div>
      {figure && (
        <span className="text-center text-[10.5px] leading-[15px] font-semibold whitespace-nowrap text-late tabular-nums">
          −{number(shortOf(interval))}
        </span>
      )}
    </div>
  );
}

const mostStrips = 6;
const mostWords = 8;

type Effect = { readonly shiftMinutes: number; readonly intervals: readonly ShortInterval[] };

/** What time off does to coverage: in a line, stretch by stretch in words, and as strips. */
function Shown({ effect }: { readonly effect: Effect }) {
  const zone = useZone();
  const { shiftMinutes, intervals } = effect;
  if (intervals.length === 0)
    return (
      <p className="flex items-start gap-2 text-met">
        <CircleCheck size={14} aria-hidden className="mt-[3px] shrink-0" />
        {shiftMinutes === 0 ? w.noShift : w.noShort(shiftMinutes)}
      </p>
    );
  const lengthMs = intervalMs(intervals);
  const stretches = stretchesOf(intervals, lengthMs);
  const strips = stripsOf(intervals, (at) => dayOf(at, zone));
  const minutes = (intervals.length * lengthMs) / 60_000;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-start gap-2">
        <TriangleAlert size={14} aria-hidden className="mt-[3px] shrink-0 text-late" />
        <div className="min-w-0">
          <p>{w.makesShort(shiftMinutes, hoursInWords(minutes))}</p>
          <ul className="mt-1 flex flex-col gap-[2px]">
            {stretches.slice(0, mostWords).map(({ startAt, endAt, short, already, work }) => (
              <li key={`${startAt}${work}`} className="font-semibold tabular-nums">
                {w.shortWords(stretchWords({ startAt, endAt }, zone), short, already, work)}
              </li>
            ))}
            {stretches.length > mostWords && (
              <li className="text-ink-2">{rw.rules.more(stretches.length - mostWords)}</li>
            )}
          </ul>
        </div>
      </div>
      {strips.slice(0, mostStrips).map((strip) => (
        <Strip key={`${strip.day}${strip.work}`} strip={strip} lengthMs={lengthMs} zone={zone} />
      ))}
    </div>
  );
}

type Props = { readonly personId: string; readonly startAt: number; readonly endAt: number };

/** What time off of somebody would do to coverage, before anybody says yes to it. */
export function TimeOffEffect({ personId, startAt, endAt }: Props) {
  const asked = useQuery(orpc.roster.timeOffEffect.queryOptions({ input: { personId, startAt, endAt } }));
  return (
    <section aria-label={w.effect} className="flex flex-col gap-2" aria-busy={asked.isPending}>
      <h3 className="text-body font-bold">{w.effect}</h3>
      {asked.data !== undefined && <Shown effect={asked.data} />}
      {asked.data === undefined && (
        <p className={cx('text-small', asked.error === null ? 'text-ink-2' : 'text-late')} role="status">
          {asked.error === null ? w.reading : `${w.failed}: ${messageOf(asked.error)}`}
        </p>
      )}
    </section>
  );
}
