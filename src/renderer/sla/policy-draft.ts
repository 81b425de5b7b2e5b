import type { DeskPolicy, Metric, Policy, Priority, RuleConditions, Status, Target } from '../../contract/index.ts';
import { metrics, priorities, statuses } from '../../contract/words.ts';
import { areWhole, noConditions } from '../rules/condition-draft.ts';
import { c } from '../strings/en-clocks.ts';
import { durationText, parseDuration, saysDays } from './duration-text.ts';

/** A target as it stands in its cell: what was typed, and which time counts. */
export type TargetCell = { readonly text: string; readonly time: Target['time'] };
export type TargetCells = Readonly<Record<Metric, Readonly<Record<Priority, TargetCell>>>>;
type Paused = Readonly<Record<Metric, readonly Status[]>>;

/** A policy while it is edited: as typed, whether it can be kept or not. */
export type PolicyDraft = {
  readonly id: string | null;
  readonly name: string;
  /** Null for the last one, which is for every ticket. */
  readonly match: RuleConditions | null;
  readonly calendar: string;
  readonly targets: TargetCells;
  readonly pauses: Paused;
  readonly reopen: Policy['reopen'];
  readonly riskBy: 'percent' | 'minutes';
  readonly risk: string;
  readonly ladder: readonly string[];
};

/** Path in the policy (`name`, `targets.resolution.p1`) to what is wrong there. */
export type Problems = ReadonlyMap<string, string>;
export type Read = { readonly policy: Policy | null; readonly problems: Problems };

/** Statuses a clock can stand still in: in the last two it has stopped. */
export const pausable: readonly Status[] = statuses.filter((status) => status !== 'solved' && status !== 'closed');

const eachOf = <K extends string, V>(keys: readonly K[], value: (key: K) => V): Record<K, V> =>
  Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>;

type Mark = NonNullable<Policy['ladder']>[number];
const markText = (mark: Mark): string =>
  'percent' in mark ? `${mark.percent}%` : durationText(mark.minutesLeft, 'business');

const cellOf = (target: Target | undefined): TargetCell =>
  target === undefined
    ? { text: '', time: 'business' }
    : { text: durationText(target.minutes, target.time), time: target.time };

/** A saved policy as one edits it; `isLast` for the one for every ticket. */
export function draftOf(policy: Policy | DeskPolicy, isLast: boolean): PolicyDraft {
  const { atRiskMinutes } = policy;
  return {
    id: policy.id ?? null,
    name: policy.name ?? '',
    match: isLast ? null : (policy.match ?? noConditions),
    calendar: policy.calendar,
    targets: eachOf(metrics, (metric) => eachOf(priorities, (priority) => cellOf(policy.targets[metric]?.[priority]))),
    pauses: eachOf(metrics, (metric) => policy.pauses[metric] ?? []),
    reopen: policy.reopen,
    riskBy: atRiskMinutes === undefined ? 'percent' : 'minutes',
    risk: atRiskMinutes === undefined ? String(policy.atRiskPercent) : durationText(atRiskMinutes, 'business'),
    ladder: (policy.ladder ?? []).map(markText),
  };
}

/** What a cell says, or what is wrong with it; null for empty: no clock. */
function targetIn({ text, time }: TargetCell): Target | string | null {
  if (text.trim() === '') return null;
  const minutes = parseDuration(text);
  if (minutes === null || minutes <= 0) return c.policy.badTime;
  if (time === 'business' && saysDays(text)) return c.policy.noDays;
  return minutes > 366 * 24 * 60 ? c.policy.tooLong : { minutes, time };
}

/** The same target counted the other way, written so that it still reads well: `2d` becomes `48h` of open hours. */
export function switched({ text, time }: TargetCell): TargetCell {
  const next = time === 'business' ? 'calendar' : 'business';
  const minutes = parseDuration(text);
  return { text: minutes === null ? text : durationText(minutes, next), time: next };
}

function markIn(text: string): Mark | null {
  const percent = /^\s*(\d{1,2})\s*%\s*$/.exec(text);
  if (percent !== null) return Number(percent[1]) >= 1 ? { percent: Number(percent[1]) } : null;
  const minutes = parseDuration(text);
  return minutes === null || minutes <= 0 ? null : { minutesLeft: minutes };
}

type Found = Map<string, string>;

function readTargets(cells: TargetCells, problems: Found): Policy['targets'] {
  const targets: Policy['targets'] = {};
  for (const metric of metrics) {
    const row: NonNullable<Policy['targets'][Metric]> = {};
    for (const priority of priorities) {
      const found = targetIn(cells[metric][priority]);
      if (typeof found === 'string') problems.set(`targets.${metric}.${priority}`, found);
      else if (found !== null) row[priority] = found;
    }
    if (Object.keys(row).length > 0) targets[metric] = row;
  }
  if (Object.keys(targets).length === 0 && problems.size === 0) problems.set('targets', c.policy.needTarget);
  return targets;
}

function readRisk({ riskBy, risk }: PolicyDraft, problems: Found): Pick<Policy, 'atRiskPercent' | 'atRiskMinutes'> {
  if (riskBy === 'minutes') {
    const minutes = parseDuration(risk);
    if (minutes !== null && minutes > 0) return { atRiskPercent: 75, atRiskMinutes: minutes };
    problems.set('atRiskMinutes', c.policy.badTime);
    return { atRiskPercent: 75 };
  }
  const percent = risk.trim() === '' ? Number.NaN : Number(risk.replace('%', ''));
  if (!(percent >= 0 && percent <= 100)) problems.set('atRiskPercent', c.policy.badPercent);
  return { atRiskPercent: percent };
}

function readLadder(ladder: readonly string[], problems: Found): Pick<Policy, 'ladder'> {
  const wrong = ladder.find((text) => markIn(text) === null);
  if (wrong !== undefined) problems.set('ladder', c.policy.badMark(wrong));
  const marks = ladder.flatMap((text) => markIn(text) ?? []);
  return marks.length === 0 ? {} : { ladder: marks };
}

function readMatch(match: RuleConditions | null, problems: Found): Pick<Policy, 'match'> {
  if (match === null) return {};
  if (match.all.length + match.any.length === 0) problems.set('match', c.policy.needMatch);
  else if (!areWhole(match)) problems.set('match', '');
  return { match };
}

/** The policy a draft says, or everything that keeps it from being one. SPEC SLA-44. */
export function policyOf(draft: PolicyDraft): Read {
  const problems: Found = new Map();
  const name = draft.name.trim();
  if (name === '') problems.set('name', c.policy.needName);
  const policy: Policy = {
    ...(draft.id !== null && { id: draft.id }),
    name,
    ...readMatch(draft.match, problems),
    calendar: draft.calendar,
    targets: readTargets(draft.targets, problems),
    pauses: Object.fromEntries(
      metrics.filter((metric) => draft.pauses[metric].length > 0).map((metric) => [metric, [...draft.pauses[metric]]]),
    ),
    reopen: draft.reopen,
    ...readRisk(draft, problems),
    ...readLadder(draft.ladder, problems),
  };
  return { policy: problems.size === 0 ? policy : null, problems };
}

export const sameDraft = (a: PolicyDraft, b: PolicyDraft): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What a draft without an id is called while it is only tried. */
export const draftId = 'draft';

/** The desk's policies as they would be with one in its place, or before the last where it is new. */
export function withPolicy(saved: readonly DeskPolicy[], policy: Policy): Policy[] {
  const known = saved.some(({ id }) => id === policy.id);
  if (known) return saved.map((each) => (each.id === policy.id ? policy : each));
  return [...saved.slice(0, -1), { ...policy, id: draftId }, ...saved.slice(-1)];
}
