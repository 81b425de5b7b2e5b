import type { CoverRule, LintRule } from '../../../contract/roster-common.ts';
import { rulesOf, spansBetween, type Span } from '../../calendar/rules.ts';
import { dateOf } from '../../calendar/wall-time.ts';
import { wallOf } from '../../calendar/zone.ts';
import { isLanguage, levelOf } from '../able.ts';
import { isQueueWork, segments } from '../shift.ts';
import { cutSpans, joinSpans, sharedSpans } from '../spans.ts';
import type { Roster } from './read.ts';
import type { Member, Piece } from './types.ts';

/** A rule of cover beside the roster: when it holds, and how many are at work from each of `times` on. */
export type Cover = {
  readonly rule: CoverRule;
  readonly finding: LintRule;
  readonly windows: readonly Span[];
  readonly times: readonly number[];
  readonly counts: readonly number[];
};

/** A stretch in which fewer are there than asked, and how few at the least. */
export type Gap = { readonly span: Span; readonly least: number };

/** Whether somebody counts for a rule: has the skill at its level, or speaks the language. SPEC LNT-10. */
export function counts({ person }: Member, { kind, name, minLevel }: CoverRule): boolean {
  if (person === null) return false;
  if (kind === 'language') return person.languages.some((language) => isLanguage(language, name));
  return levelOf(person.skills, name) >= minLevel;
}

/** When somebody is at queue work: not on a break or an activity, and there. */
export function atWork(pieces: readonly Piece[], away: readonly Span[]): Span[] {
  const work: Span[] = [];
  for (const { shift } of pieces)
    for (const { kind, startAt, endAt } of segments(shift)) if (isQueueWork(kind)) work.push([startAt, endAt]);
  return cutSpans(joinSpans(work), away);
}

/** How many of many are at work: from each time on, so many. */
function stepsOf(people: readonly (readonly Span[])[]): Pick<Cover, 'times' | 'counts'> {
  const edges: [number, number][] = [];
  for (const spans of people) for (const [from, to] of spans) edges.push([from, 1], [to, -1]);
  edges.sort((a, b) => a[0] - b[0]);
  const times: number[] = [];
  const numbers: number[] = [];
  let count = 0;
  for (const [at, change] of edges) {
    count += change;
    if (times.at(-1) === at) numbers[numbers.length - 1] = count;
    else {
      times.push(at);
      numbers.push(count);
    }
  }
  return { times, counts: numbers };
}

/** When a rule holds: its hours by the desk's clock, on days that are no holidays. */
function windowsOf({ context, deskZone, range }: Roster, { hours }: CoverRule): Span[] {
  if (range === null) return [];
  const holidays = [...context.holidays.keys()].map(dateOf);
  const rules = rulesOf({ timeZone: deskZone.id, hours, holidays });
  const [first, last] = [wallOf(deskZone, range[0]).day, wallOf(deskZone, range[1] - 1).day];
  return sharedSpans(spansBetween(rules, first, last + 1), [range]);
}

/** The rules of cover that are on, each counted once. */
export function coversOf(roster: Roster): Cover[] {
  const { rules, off } = roster.context;
  const work = new Map(roster.members.map((member) => [member, atWork(member.pieces, member.away)]));
  return rules.cover.flatMap((rule) => {
    const finding = rule.kind === 'skill' ? 'skillGap' : 'languageGap';
    if (off.has(finding)) return [];
    const people = roster.members.filter((member) => counts(member, rule)).map((member) => work.get(member) ?? []);
    return [{ rule, finding, windows: windowsOf(roster, rule), ...stepsOf(people) }];
  });
}

/** The place of the last time at or before an instant; -1 before the first. */
function placeAt(times: readonly number[], at: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The least number at work in some spans; endless of none. */
export function leastIn({ times, counts: numbers }: Cover, spans: readonly Span[]): number {
  let least = Infinity;
  for (const [from, to] of spans) {
    for (let i = placeAt(times, from); i < 0 || (times[i] ?? Infinity) < to; i += 1) {
      least = Math.min(least, i < 0 ? 0 : (numbers[i] ?? 0));
      if (least === 0) return 0;
    }
  }
  return least;
}

function gapsIn({ times, counts: numbers, rule }: Cover, [from, to]: Span): Gap[] {
  const gaps: Gap[] = [];
  for (let i = placeAt(times, from); i < 0 || (times[i] ?? Infinity) < to; i += 1) {
    const count = i < 0 ? 0 : (numbers[i] ?? 0);
    const span: Span = [Math.max(from, times[i] ?? from), Math.min(to, times[i + 1] ?? to)];
    if (count >= rule.people || span[0] >= span[1]) continue;
    const last = gaps.at(-1);
    if (last?.span[1] === span[0])
      gaps[gaps.length - 1] = { span: [last.span[0], span[1]], least: Math.min(last.least, count) };
    else gaps.push({ span, least: count });
  }
  return gaps;
}

/** Stretches in which a rule of cover is short, in order, each as long as it goes on. SPEC LNT-10. */
export const gapsOf = (cover: Cover): Gap[] => cover.windows.flatMap((window) => gapsIn(cover, window));

/** Whether a rule would be short, or shorter, if one of its people were not at work in some spans. */
export const breaks = (cover: Cover, lost: readonly Span[]): boolean =>
  leastIn(cover, sharedSpans(joinSpans(lost), cover.windows)) <= cover.rule.people;

/** Whether one more person in some spans fills a gap. */
export function fills(cover: Cover, gap: Span, won: readonly Span[]): boolean {
  const filled = sharedSpans([gap], won);
  return cutSpans([gap], filled).length === 0 && leastIn(cover, filled) >= cover.rule.people - 1;
}
