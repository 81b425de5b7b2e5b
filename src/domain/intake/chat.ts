import type { Turn } from '../../contract/index.ts';
import { fold, words } from '../tickets/search/fold.ts';
import { subjectOf, type TextDraft } from './draft.ts';

const time = String.raw`\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[\s\u202f]?[AaPp]\.?[Mm]\.?)?`;
const date = String.raw`(?:\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2} \p{L}{3,9} \d{4}|\p{L}{3,9} \d{1,2},? \d{4}|\d{4}-\d{2}-\d{2})`;
const stamp = String.raw`(?<stamp>(?:${date}[,T]?\s{0,2}(?:at )?)?${time}Z?)`;
const name = String.raw`(?<name>[^\s:[\]()|<>*][^:[\]()|<>]{0,58})`;
const said = String.raw`(?<said>.*)$`;

type Shape = { readonly line: RegExp; readonly stamped: boolean; readonly below?: boolean };
const shape = (text: string, more: Omit<Shape, 'line'>): Shape => ({ line: new RegExp(text, 'u'), ...more });

/** The ways transcripts are written: the most telling first. */
const shapes: readonly Shape[] = [
  // WhatsApp on iPhones, Slack, most tools: `[10:02] Ann: Hello`, `[31/12/2025, 10:02:11] Ann: Hello`.
  shape(String.raw`^\[${stamp}\]\s*${name}:\s?${said}`, { stamped: true }),
  // Zendesk: `(10:02:11 AM) Ann: Hello`.
  shape(String.raw`^\(${stamp}\)\s*${name}:\s?${said}`, { stamped: true }),
  // WhatsApp on Android, Intercom: `31/12/2025, 10:02 - Ann: Hello`, `10:02 AM | Ann: Hello`.
  shape(String.raw`^${stamp}\s*[-–—|]\s*${name}:\s?${said}`, { stamped: true }),
  shape(String.raw`^${stamp}\s+${name}:\s?${said}`, { stamped: true }),
  // `Ann (10:02): Hello`, `Ann [10:02] Hello`.
  shape(String.raw`^${name}\s*[[(]${stamp}[\])]\s*:?\s*${said}`, { stamped: true }),
  // A line that only says who and when, the words below it: Teams, Slack.
  shape(String.raw`^${name}(?:,\s*|\s+[-–—|•·]?\s*)${stamp}$`, { stamped: true, below: true }),
  shape(String.raw`^${name}:(?:\s+|$)${said}`, { stamped: false }),
];

/** A line with a time and nobody who says it: somebody joined, somebody left, files cannot be shown. */
const systemLine = new RegExp(
  String.raw`^(?:\[${stamp}\]|\(${stamp.replace('<stamp>', '<inBrackets>')}\)|${stamp.replace('<stamp>', '<bare>')}\s*[-–—|])[^:]*$`,
  'u',
);
const dayLine = new RegExp(String.raw`^(?:-{2,}\s*)?(?:\p{L}{3,12},? )?${date}(?:\s*-{2,})?$`, 'u');
const noise =
  /^(?:<media omitted>|<attached:.*>|messages and calls are end-to-end encrypted\b.*|.{1,60} (?:has )?(?:joined|left) the (?:chat|conversation)\.?|\*{3}.*\*{3})$/i;
/** What stands before a colon in forms and mails, and is nobody's name. */
const notNames = new Set(
  'subject from to cc bcc date sent http https note ps fwd re order invoice phone email address name tel fax total'.split(
    ' ',
  ),
);

const longestHead = 400;
const mostTurns = 2000;
// WhatsApp puts marks of direction before its lines.
const cleaned = (line: string): string => line.replace(/[\u200e\u200f\u202a-\u202c\ufeff]/g, '').trimEnd();

type Spoken = { readonly name: string; readonly stamp: string | null; readonly said: string };

function spokenIn({ line: pattern }: Shape, line: string): Spoken | null {
  // Only the beginning can say who speaks: a long line is not searched for it.
  const head = line.slice(0, longestHead);
  const found = pattern.exec(head)?.groups;
  if (found === undefined) return null;
  const who = (found['name'] ?? '').trim();
  if (who === '' || !/[\p{L}\p{N}]/u.test(who)) return null;
  const rest = (found['said'] ?? '') + (found['said'] === undefined ? '' : line.slice(longestHead));
  return { name: who, stamp: found['stamp'] ?? null, said: rest };
}

const isName = (who: string): boolean => words(who).length <= 5 && !notNames.has(fold(who));

/** Without times, lines are a talk only where two to six names speak in turn, one of them twice. */
function isTalk(found: readonly Spoken[], stamped: boolean): boolean {
  if (found.length < 2) return false;
  if (stamped) return true;
  const times = new Map<string, number>();
  for (const { name: who } of found) times.set(who, (times.get(who) ?? 0) + 1);
  const names = [...times.keys()];
  return (
    names.length >= 2 && names.length <= 6 && names.every(isName) && [...times.values()].some((count) => count >= 2)
  );
}

function shapeOf(lines: readonly string[], forced: boolean): Shape | null {
  const some = lines.slice(0, 400);
  for (const each of shapes) {
    const found = some.flatMap((line) => spokenIn(each, line) ?? []);
    if (isTalk(found, each.stamped) || (forced && found.length > 0)) return each;
  }
  return null;
}

function turnsIn(lines: readonly string[], chosen: Shape): { readonly turns: Spoken[]; readonly before: string } {
  const turns: { name: string; stamp: string | null; said: string[] }[] = [];
  const before: string[] = [];
  for (const line of lines) {
    const spoken = spokenIn(chosen, line);
    const known = spoken !== null && (chosen.stamped || isName(spoken.name));
    if (known) turns.push({ ...spoken, said: [spoken.said] });
    else if (
      dayLine.test(line.slice(0, longestHead)) ||
      (chosen.stamped && systemLine.test(line.slice(0, longestHead)))
    )
      continue;
    else (turns.at(-1)?.said ?? before).push(line);
  }
  const whole = turns
    .map((turn) => ({ ...turn, said: turn.said.join('\n').trim() }))
    .filter((turn) => turn.said !== '' && !noise.test(turn.said));
  return { turns: whole, before: before.join('\n').trim() };
}

const agentWords = new Set(
  'agent support service bot team help helpdesk desk care operator advisor assistant kundendienst soporte assistance'.split(
    ' ',
  ),
);

/**
 * Who of those who speak is the customer: not one of the desk's people, nobody called after a team; of those left who
 * speaks first. A guess: the form lets it be changed.
 */
export function guessCustomer(names: readonly string[], people: readonly string[]): string | null {
  const ours = new Set(people.flatMap((person) => [fold(person), fold(person).split(' ')[0] ?? '']));
  const isAgent = (who: string): boolean => ours.has(fold(who)) || words(who).some((word) => agentWords.has(word));
  return names.find((who) => !isAgent(who)) ?? names[0] ?? null;
}

const phoneName = /^\+?[\d\s().-]{7,25}$/;

/** A transcript as a draft, turn by turn; null where the text is none. `people` are the desk's own. SPEC TRI-11. */
export function chatDraft(text: string, people: readonly string[], forced = false): TextDraft | null {
  const lines = text.split(/\r\n|\n|\r/).map(cleaned);
  const chosen = shapeOf(lines, forced);
  if (chosen === null) return null;
  const { turns: found, before } = turnsIn(lines, chosen);
  const customer = guessCustomer([...new Set(found.map((turn) => turn.name))], people);
  if (customer === null) return null;
  const turns = found.slice(0, mostTurns).map(({ name: who, stamp: at, said: what }): Turn => ({
    who: who === customer ? 'customer' : 'agent',
    name: who,
    stamp: at,
    text: what,
  }));
  const theirs = turns.filter(({ who }) => who === 'customer');
  // A greeting says nothing about the matter.
  const first = (theirs.find((turn) => words(turn.text).length >= 3) ?? theirs[0])?.text ?? '';
  return {
    kind: 'chat',
    channel: 'chat',
    subject: subjectOf(first),
    body: '',
    requester: { name: customer, email: null, phone: phoneName.test(customer) ? customer : null },
    forwardedBy: null,
    turns,
    notes: [
      ...(found.length > mostTurns ? [`Only the first ${mostTurns} of ${found.length} turns are taken.`] : []),
      ...(before === '' ? [] : [`Left out, from above the talk: “${before.slice(0, 300)}”`]),
    ],
  };
}
