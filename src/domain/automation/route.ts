import type { RouteChoice, RouteRule } from '../../contract/automation.ts';

/** Somebody who could be given a ticket, as they stand now. */
export type Candidate = {
  readonly id: string;
  readonly name: string;
  /** Why they are not here now (away, has left, off shift), in words; null where they are. */
  readonly absent: string | null;
  readonly skills: readonly string[];
  readonly languages: readonly string[];
  /** The most open tickets they should hold; null for no limit. */
  readonly capacity: number | null;
  readonly open: number;
  /** Grows with every ticket that routing gives out: whose is lowest had theirs longest ago. 0: never. */
  readonly turn: number;
};

/** What of a ticket counts for routing. */
export type Routed = { readonly language: string | null };

const lower = (words: readonly string[]): ReadonlySet<string> => new Set(words.map((word) => word.toLowerCase()));
/** `pt` of `pt-BR`: who answers in Portuguese answers in each of its kinds. */
const primary = (language: string): string => language.toLowerCase().split('-')[0] ?? '';

/** Why somebody cannot be given a ticket; null where they can. SPEC AUT-20. */
function hindrance(person: Candidate, rule: RouteRule, { language }: Routed): string | null {
  if (rule.among.length > 0 && !rule.among.includes(person.id)) return 'not among those asked for';
  if (person.absent !== null) return person.absent;
  const has = lower(person.skills);
  const lacked = rule.skills.find((skill) => !has.has(skill.toLowerCase()));
  if (lacked !== undefined) return `lacks skill ${lacked}`;
  if (rule.language && language !== null && !person.languages.map(primary).includes(primary(language)))
    return `speaks no ${language}`;
  if (person.capacity !== null && person.open >= person.capacity) return `${person.open} of ${person.capacity} open`;
  return null;
}

/**
 * Who gets a ticket, and why or why not each: of those who are here, can do it and have room, the one with the least of
 * their capacity used, or the one whose turn it is. Pure: the same people give the same choice. SPEC AUT-20 to AUT-22.
 */
export function routeTicket(rule: RouteRule, ticket: Routed, people: readonly Candidate[]): RouteChoice {
  const judged = people.map((person) => ({ person, why: hindrance(person, rule, ticket) }));
  const fitting = judged.filter(({ why }) => why === null).map(({ person }) => person);
  const largest = Math.max(1, ...fitting.map(({ capacity }) => capacity ?? 0));
  const share = ({ open, capacity }: Candidate): number => open / Math.max(1, capacity ?? largest);
  const byTurn = (a: Candidate, b: Candidate): number =>
    a.turn - b.turn || compareText(a.name, b.name) || compareText(a.id, b.id);
  const byLoad = (a: Candidate, b: Candidate): number => share(a) - share(b) || a.open - b.open || byTurn(a, b);
  const [chosen] = fitting.toSorted(rule.by === 'leastLoaded' ? byLoad : byTurn);
  return {
    personId: chosen?.id ?? null,
    reason: reasonOf(rule, chosen, fitting.length),
    considered: judged.map(({ person, why }) => ({
      personId: person.id,
      name: person.name,
      open: person.open,
      fits: why === null,
      reason: why ?? loadWords(person),
    })),
  };
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const loadWords = ({ open, capacity }: Candidate): string =>
  capacity === null ? `${open} open` : `${open} of ${capacity} open`;

function reasonOf(rule: RouteRule, chosen: Candidate | undefined, fitting: number): string {
  if (chosen === undefined) return 'Nobody who is here fits and has room.';
  const of = fitting === 1 ? 'the only one who fits' : `of ${fitting} who fit`;
  return rule.by === 'leastLoaded'
    ? `${chosen.name}, ${of}: least loaded with ${loadWords(chosen)}.`
    : `${chosen.name}, ${of}: it is their turn.`;
}
