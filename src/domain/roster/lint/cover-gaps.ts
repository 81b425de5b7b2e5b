import type { Activity } from '../../../contract/roster-common.ts';
import type { Span } from '../../calendar/rules.ts';
import { dayMs, minuteMs } from '../../calendar/wall-time.ts';
import { isPause, isQueueWork, segments } from '../shift.ts';
import { givenTo, repaused, resized } from './change.ts';
import { counts, gapsOf, type Cover, type Gap } from './cover.ts';
import type { Roster } from './read.ts';
import type { Member, Piece, Problem, Way } from './types.ts';
import { stretchInWords, timeInWords } from './words.ts';

const touches = ({ shift }: Piece, [from, to]: Span) => shift.startAt < to && shift.endAt > from;

/** The members who count for a rule. */
const able = (roster: Roster, { rule }: Cover): Member[] => roster.members.filter((member) => counts(member, rule));

/** Whether a shift without a pause would be at queue work in all of a span. */
const isFree = (piece: Piece, pause: Activity, [from, to]: Span): boolean =>
  from >= piece.shift.startAt &&
  to <= piece.shift.endAt &&
  segments(piece.shift).every(
    (one) => one.endAt <= from || one.startAt >= to || isQueueWork(one.kind) || one === pause,
  );

/** A pause that lies in the gap, put right before or right after it. */
function movePauses(member: Member, piece: Piece, [from, to]: Span): Way[] {
  const pauses = piece.shift.activities.filter((one) => isPause(one.kind) && one.startAt < to && one.endAt > from);
  return pauses.flatMap((pause) => {
    const length = pause.endAt - pause.startAt;
    const places: Span[] = [
      [to, to + length],
      [from - length, from],
    ];
    return places
      .filter((span) => isFree(piece, pause, span))
      .map(([startAt, endAt]): Way => {
        const set = repaused(piece.shift, pause, { kind: pause.kind, startAt, endAt });
        const label = `Move ${member.name}'s ${pause.kind} to ${timeInWords(member.zone, startAt)}`;
        return { label, changes: [{ shiftId: piece.shift.id, set }] };
      });
  });
}

const longestStretch = 120 * minuteMs;

/** A shift that ends or begins at the gap, made longer by no more than two hours. */
function stretch(member: Member, { shift }: Piece, [from, to]: Span): Way[] {
  const ways: Way[] = [];
  const time = (at: number) => timeInWords(member.zone, at);
  if (shift.startAt < from && shift.endAt >= from && shift.endAt < to && to - shift.endAt <= longestStretch) {
    const set = resized(shift, shift.startAt, to);
    if (set) ways.push({ label: `${member.name}: end at ${time(to)}`, changes: [{ shiftId: shift.id, set }] });
  }
  if (shift.endAt > to && shift.startAt <= to && shift.startAt > from && shift.startAt - from <= longestStretch) {
    const set = resized(shift, from, shift.endAt);
    if (set) ways.push({ label: `${member.name}: start at ${time(from)}`, changes: [{ shiftId: shift.id, set }] });
  }
  return ways;
}

const mostOffers = 3;

/** An open shift over the gap, given to somebody who counts and has nothing then. */
function giveOpen(roster: Roster, people: readonly Member[], gap: Span): Way[] {
  const open = roster.members.find(
    ({ id, pieces: [piece] }) => id === null && piece && piece.shift.startAt <= gap[0] && piece.shift.endAt >= gap[1],
  );
  const shift = open?.pieces[0]?.shift;
  if (shift === undefined) return [];
  const over: Span = [shift.startAt - dayMs / 4, shift.endAt + dayMs / 4];
  return people
    .filter(({ pieces }) => !pieces.some((piece) => touches(piece, over)))
    .slice(0, mostOffers)
    .map((member) => {
      const label = `Give the open shift from ${timeInWords(roster.deskZone, shift.startAt)} to ${member.name}`;
      return { label, changes: [{ shiftId: shift.id, set: givenTo(shift, member.id) }] };
    });
}

function waysOf(roster: Roster, cover: Cover, { span }: Gap): Way[] {
  const people = able(roster, cover);
  const near: Span = [span[0] - 1, span[1] + 1];
  const beside = people.flatMap((member) =>
    member.pieces.filter((piece) => touches(piece, near)).map((piece) => ({ member, piece })),
  );
  return [
    ...beside.flatMap(({ member, piece }) => movePauses(member, piece, span)),
    ...giveOpen(roster, people, span),
    ...beside.flatMap(({ member, piece }) => stretch(member, piece, span)),
  ];
}

const languages = new Intl.DisplayNames(['en'], { type: 'language' });

/** `Spanish`; the tag itself where it is none that is known. */
function languageInWords(tag: string): string {
  try {
    return languages.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** `Spanish`, `billing`, `billing (level 3 or more)`. */
function nameOf({ rule }: Cover): string {
  if (rule.kind === 'language') return languageInWords(rule.name);
  return rule.minLevel > 1 ? `${rule.name} (level ${rule.minLevel} or more)` : rule.name;
}

function problemOf(roster: Roster, cover: Cover, gap: Gap): Problem {
  const { rule, finding } = cover;
  const [startAt, endAt] = gap.span;
  const place = { zone: roster.deskZone, zoneWord: '', dated: roster.context.dated };
  const beside = able(roster, cover).flatMap(({ pieces }) => pieces.filter((piece) => touches(piece, gap.span)));
  return {
    rule: finding,
    severity: 'error',
    shiftIds: beside.map(({ shift }) => shift.id),
    startAt,
    endAt,
    amount: rule.people - gap.least,
    words: () => ({
      text: `${nameOf(cover)}: ${gap.least === 0 ? 'nobody' : gap.least} at work ${stretchInWords(place, startAt, endAt)}; ${rule.people === 1 ? '1 person is' : `${rule.people} people are`} asked for.`,
      fix:
        beside.length > 0
          ? 'Move a break out of that time, or put somebody else with it on the roster.'
          : 'Put somebody who has it on the roster then.',
    }),
    ways: () => waysOf(roster, cover, gap),
  };
}

/** Stretches in which fewer people with a skill or language are at work than asked. SPEC LNT-10. */
export const coverProblems = (roster: Roster, cover: Cover): Problem[] =>
  gapsOf(cover).map((gap) => problemOf(roster, cover, gap));
