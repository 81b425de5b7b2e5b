import { Temporal } from 'temporal-polyfill';
import type { CallbackFlagRow } from '../../contract/relations.ts';
import { isOpenAt } from '../calendar/arithmetic.ts';
import type { CompiledCalendar } from '../calendar/compile.ts';
import { minuteMs } from '../calendar/wall-time.ts';
import { instantInWords } from '../calendar/words.ts';

/** An open promise as its rules see it. Instants in epoch ms. */
export type Promised = {
  readonly id: string;
  readonly ticketNumber: number;
  readonly promisedAt: number;
  /** Who is to call; `away` also for those who do not work here any more. */
  readonly owner: { readonly id: string; readonly name: string; readonly away: boolean } | null;
  /** The ticket is solved or closed. */
  readonly ticketDone: boolean;
  readonly validatedAt: number | null;
};

export type FlagContext = {
  readonly now: number;
  readonly timeZone: string;
  /** The desk's hours; null where it has none. */
  readonly calendar: CompiledCalendar | null;
};

/** The day of an instant in a zone, `YYYY-MM-DD`. */
export const dayIn = (timeZone: string, at: number): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();

const minuteOf = (at: number): number => Math.floor(at / minuteMs);
const slotOf = ({ owner, promisedAt }: Promised): string => `${owner?.id ?? ''} ${minuteOf(promisedAt)}`;

type Slots = ReadonlyMap<string, readonly Promised[]>;

function slotsOf(promised: readonly Promised[]): Slots {
  const slots = new Map<string, Promised[]>();
  for (const one of promised) {
    const held = slots.get(slotOf(one));
    if (held === undefined) slots.set(slotOf(one), [one]);
    else held.push(one);
  }
  return slots;
}

/** What is wrong with who is to call: nobody, somebody who is away, or somebody who promised another call then. */
function ownerFlags(one: Promised, slots: Slots, { now, timeZone }: FlagContext): CallbackFlagRow[] {
  if (one.owner === null) return [{ kind: 'noOwner', reason: 'Nobody is to call. Give it an owner.' }];
  const { name, away } = one.owner;
  const others = (slots.get(slotOf(one)) ?? []).filter(({ id }) => id !== one.id);
  const numbers = others.map(({ ticketNumber }) => `#${ticketNumber}`).join(', ');
  const time = instantInWords(timeZone, one.promisedAt, now);
  return [
    ...(away ? [{ kind: 'ownerAway' as const, reason: `${name} is away. Give it to somebody who is here.` }] : []),
    ...(others.length > 0
      ? [{ kind: 'clash' as const, reason: `${name} promised another call at ${time}: ${numbers}.` }]
      : []),
  ];
}

function flagsOf(one: Promised, slots: Slots, context: FlagContext): CallbackFlagRow[] {
  const { now, timeZone, calendar } = context;
  const { promisedAt, validatedAt } = one;
  const overdue = promisedAt < now;
  const today = dayIn(timeZone, now);
  const waits = !overdue && dayIn(timeZone, promisedAt) === today;
  const confirmed = validatedAt !== null && dayIn(timeZone, validatedAt) === today;
  const time = instantInWords(timeZone, promisedAt, now);
  return [
    ...(overdue
      ? [{ kind: 'overdue' as const, reason: `Promised for ${time}. Call now, or promise another time.` }]
      : []),
    ...ownerFlags(one, slots, context),
    ...(!overdue && calendar !== null && !isOpenAt(calendar, promisedAt)
      ? [{ kind: 'outsideHours' as const, reason: `${time} is outside the opening hours.` }]
      : []),
    ...(one.ticketDone
      ? [{ kind: 'ticketDone' as const, reason: `#${one.ticketNumber} is done. Is the call still wanted?` }]
      : []),
    ...(waits && !confirmed
      ? [{ kind: 'unconfirmed' as const, reason: 'Nobody has confirmed number, owner and time today.' }]
      : []),
  ];
}

/**
 * What is wrong with each open promise, worst first, by its id. Give all that are open: two at one minute for one owner
 * are found among them. SPEC CBK-4, CBK-5.
 */
export function callbackFlags(
  promised: readonly Promised[],
  context: FlagContext,
): ReadonlyMap<string, readonly CallbackFlagRow[]> {
  const slots = slotsOf(promised);
  return new Map(promised.map((one) => [one.id, flagsOf(one, slots, context)]));
}
