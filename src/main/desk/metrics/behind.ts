import type { KpiName, Narrow } from '../../../contract/index.ts';
import { weekdayOf } from '../../../domain/calendar/wall-time.ts';
import { instantOfWall, zoneOf } from '../../../domain/calendar/zone.ts';
import { uuidText } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { kpiOf } from '../../../domain/metrics/kpis.ts';
import { isOfParts } from '../../../domain/metrics/parts.ts';
import { isOneContact, type CreatedFact, type SolvedFact } from '../../../domain/metrics/tally.ts';
import { column, rows } from '../../store/db.ts';
import { createdFacts, solvedFacts, ticketsText, type ListedTicket, type Places } from '../../store/kpi-facts.ts';
import type { Core } from '../core.ts';
import { todayOf } from '../onboarding/days.ts';
import { keyIn } from './exact.ts';
import { partsOf } from './beside.ts';
import { othersKey } from '../../../contract/words.ts';
import { topCustomers } from './customers.ts';
import { mustBeTold, sumsBy } from './figures.ts';
import { heldOf, isHeld, type Held } from './held.ts';
import { daysOf, type Range } from './range.ts';
import { dayAt, hourIn, type FigureKeeper } from './keeper.ts';
import { narrowed } from './places.ts';
import { costDays } from './sources/cost.ts';
import { leads, mustAskFor } from './viewer.ts';
import { breathe } from '../breathe.ts';

/** What a ticket is to a figure: null, nothing; else its minutes, and of a share whether it counts for it. */
type Part = { readonly minutes: number | null; readonly hit: boolean | null } | null;

const plain: NonNullable<Part> = { minutes: null, hit: null };
const minutes = (value: number | null): Part => (value === null ? null : { minutes: value, hit: null });
const share = (hit: boolean | null): Part => (hit === null ? null : { minutes: null, hit });

const ofCreated: Readonly<Partial<Record<KpiName, (fact: CreatedFact) => Part>>> = {
  created: () => plain,
  costPerContact: () => plain,
  firstResponse: ({ first }) => minutes(first.minutes),
  nextResponse: ({ next }) => minutes(next.minutes),
  firstResponseMet: ({ first }) => share(first.met),
  nextResponseMet: ({ next }) => share(next.met),
};

const ofSolved: Readonly<Partial<Record<KpiName, (fact: SolvedFact) => Part>>> = {
  solved: () => plain,
  ticketsPerAgent: () => plain,
  resolution: ({ resolution }) => minutes(resolution.minutes),
  handleTime: ({ handle }) => minutes(handle),
  resolutionMet: ({ resolution }) => share(resolution.met),
  slaMet: ({ slaMet }) => share(slaMet),
  csat: ({ csat }) => share(csat),
  escalated: ({ escalated }) => share(escalated),
  reopened: ({ reopened }) => share(reopened),
  firstContactResolution: (fact) => share(isOneContact(fact)),
};

type Found = { readonly id: number; readonly part: NonNullable<Part> };
type Input = Range & {
  readonly name: KpiName;
  readonly which: 'all' | 'hits' | 'misses';
  readonly row: Narrow | null;
  readonly weekday: number | null;
  readonly limit: number;
};

function* ofDay(
  core: Core,
  name: KpiName,
  from: number,
  to: number,
): Generator<{ id: number; at: number; places: Places; part: Part }> {
  const [created, solved] = [ofCreated[name], ofSolved[name]];
  if (created !== undefined)
    for (const { id, at, places, fact } of createdFacts(core.db, from, to))
      yield { id, at, places, part: created(fact) };
  if (solved !== undefined)
    for (const { id, at, places, fact } of solvedFacts(core.db, from, to))
      // What nobody owns is nobody's day.
      if (name !== 'ticketsPerAgent' || places.agent !== '0') yield { id, at, places, part: solved(fact) };
}

/** Of which days the tickets are: of some figures those alone that are over. */
function daysIn(core: Core, input: Input): readonly [first: number, last: number] {
  const [first, last] = daysOf(input);
  if (input.name === 'ticketsPerAgent') return [first, Math.min(last, todayOf(core) - 1)];
  if (input.name !== 'costPerContact') return [first, last];
  const days = costDays(core, { first, last });
  return days === null ? [first, first - 1] : [days.first, days.last];
}

/** What holds of all that is listed; of all other customers it is whoever is not told by themselves. SPEC KPI-9. */
async function heldIn(core: Core, input: Input, isOpen: () => boolean): Promise<readonly Held[]> {
  const { within, row } = input;
  if (row?.by !== 'customer' || row.key !== othersKey) return [within, row].flatMap((each) => heldOf(core, each));
  const top = topCustomers(await sumsBy(core, input, 'customer', isOpen));
  return [...heldOf(core, within), { dim: 'customer', keys: new Set(top), out: true }];
}

/** Latest days first; counts all of them, keeps as many as are asked for. */
async function gather(
  core: Core,
  input: Input,
  held: readonly Held[],
  isOpen: () => boolean,
): Promise<{ total: number; kept: Found[] }> {
  const zone = zoneOf(core.facts.settings().timeZone);
  const hourOf = hourIn(zone);
  const [first, last] = daysIn(core, input);
  const kept: Found[] = [];
  let total = 0;
  for (let day = last; day >= first && isOpen(); day -= 1) {
    if (input.weekday !== null && weekdayOf(day) !== input.weekday) continue;
    const { from, to } = dayAt(zone, day);
    for (const { id, at, places, part } of ofDay(core, input.name, from, to)) {
      if (part === null || !isHeld(held, (dim) => keyIn(dim, places, hourOf(at)))) continue;
      if (input.which !== 'all' && part.hit !== (input.which === 'hits')) continue;
      total += 1;
      if (kept.length < input.limit) kept.push({ id, part });
    }
    if ((last - day) % 4 === 3) await breathe();
  }
  return { total, kept };
}

/** Tickets that were in and not solved at the end of the last day, as they stand now. */
function openAt(core: Core, input: Input): { total: number; kept: Found[] } {
  const zone = zoneOf(core.facts.settings().timeZone);
  const end = instantOfWall(zone, daysOf(input)[1] + 1, 0);
  // Tables that are narrowed have no backlog: it is one or the other.
  const asked = input.within ?? input.row;
  const narrow = asked === null ? null : narrowed(core, asked);
  const columns: Readonly<Record<string, string>> = {
    queue: 'ifnull(queue_id, 0)',
    agent: 'ifnull(assignee_id, 0)',
    channel: 'channel',
    priority: "ifnull(priority, '')",
    category: "ifnull(category, '')",
  };
  const own = narrow === null ? undefined : columns[narrow.dim];
  const marks = narrow?.keys.map(() => '?').join(', ');
  const where = own === undefined ? '' : `AND CAST(${own} AS TEXT) IN (${marks})`;
  const found = column<number>(
    core.db,
    `SELECT id FROM ticket WHERE created_at < ? AND (solved_at IS NULL OR solved_at >= ?) AND drill = 0 AND merged_into IS NULL ${where} ORDER BY created_at DESC`,
    end,
    end,
    ...(own === undefined ? [] : (narrow?.keys ?? [])),
  );
  return { total: found.length, kept: found.slice(0, input.limit).map((id) => ({ id, part: plain })) };
}

/** What a figure beside the tickets is of: how many, and each ticket that any of them is about, once. SPEC KPI-8. */
function aboutOf(core: Core, input: Input, held: readonly Held[]): { of: number; total: number; kept: Found[] } | null {
  if (!isOfParts(input.name)) return null;
  const [first, last] = daysOf(input);
  const parts = partsOf(core, input.name, { first, last, leads: leads(core) }, held).filter(
    ({ hit, day }) =>
      (input.which === 'all' || hit === (input.which === 'hits')) &&
      (input.weekday === null || weekdayOf(day) === input.weekday),
  );
  const found = new Map<number, Found>();
  for (const { ticket: id, hit } of parts)
    if (id !== null && !found.has(id)) found.set(id, { id, part: { minutes: null, hit } });
  return { of: parts.length, total: found.size, kept: [...found.values()].slice(0, input.limit) };
}

/** Tickets that a figure is of, or is about. */
async function foundOf(core: Core, input: Input, isOpen: () => boolean) {
  const held = await heldIn(core, input, isOpen);
  const about = aboutOf(core, input, held);
  const isTickets = ofCreated[input.name] !== undefined || ofSolved[input.name] !== undefined;
  if (about !== null && !isTickets) return about;
  const found = kpiOf(input.name).day === 'end' ? openAt(core, input) : await gather(core, input, held, isOpen);
  return { of: about?.of ?? null, ...found };
}

const atOnce = 500;

/** The tickets behind a figure: as many as it says it is of. SPEC KPI-8. */
export async function behind(core: Core, keeper: FigureKeeper, input: Input) {
  mustAskFor(core, input);
  mustBeTold(core, input.name, input.within, input.row);
  if (input.name === 'backlog' && input.weekday !== null)
    throw new Fault('INVALID', 'A backlog is of the end of the last day, and of no weekday.', { field: 'weekday' });
  // Of days and agents it counts what is added up.
  await keeper.fresh(...daysOf(input));
  const { of, total, kept } = await foundOf(core, input, keeper.isOpen);
  const shown = new Map<number, ListedTicket>();
  for (let from = 0; from < kept.length; from += atOnce) {
    const ids = kept.slice(from, from + atOnce).map(({ id }) => id);
    for (const each of rows<ListedTicket>(core.db, ticketsText(ids.length), ...ids)) shown.set(each.id, each);
  }
  return {
    total,
    of,
    tickets: kept.flatMap(({ id, part }) => {
      const ticket = shown.get(id);
      if (ticket === undefined) return [];
      const { uid, subject, created_at: createdAt, solved_at: solvedAt } = ticket;
      return [{ id: uuidText(uid), number: id, subject, createdAt, solvedAt, ...part }];
    }),
  };
}
