import type { Kpi, KpiName } from '../../contract/metrics.ts';
import { isReact, isWorse, moveOf, notYet, ofN, toldWords, type Told } from './reading.ts';
import { countWords, counted, listed, valueWords } from './words.ts';

type Named = { readonly kpi: Kpi; readonly told: Told };

export type SummaryFacts = {
  readonly all: readonly Named[];
  /** What it is held against, in words. */
  readonly against: string;
  readonly backlogBefore: number | null;
  readonly incidents: number;
  readonly actions: { readonly open: number; readonly late: number };
};

const find = (all: readonly Named[], name: KpiName): Named | undefined => all.find(({ kpi }) => kpi.name === name);

/** Whether a target was met, where enough were there to say so. */
function targetWords({ kpi, told }: Named): string {
  if (kpi.target === null || told.meetsTarget === null) return '';
  const few = told.n < kpi.leastSample ? ', of too few to say' : '';
  return `, ${told.meetsTarget ? 'on' : 'off'} its target of ${valueWords(kpi.kind, kpi.target)}${few}`;
}

/** How it went: what was promised, and what customers said. */
function serviceBullet({ all }: SummaryFacts): string {
  const said = (['slaMet', 'csat'] as const).flatMap((name) => {
    const found = find(all, name);
    if (found === undefined) return [];
    const { kpi, told } = found;
    return told.n === 0 ? [`no ${kpi.title} to tell`] : [`${toldWords(kpi, told)}${targetWords(found)}`];
  });
  const words = said.length === 0 ? 'nothing to tell' : said.join('; ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

const moveWords = ({ kpi, told }: Named): string => {
  const a = told.comparison?.a;
  const before =
    a === undefined ? '' : ` after ${valueWords(kpi.kind, a.value)}${kpi.kind === 'count' ? ' a day' : ofN(kpi, a)}`;
  const now =
    kpi.kind === 'count'
      ? `${valueWords(kpi.kind, told.comparison?.b.value ?? null)} a day`
      : `${valueWords(kpi.kind, told.value)}${ofN(kpi, told)}`;
  return `${kpi.title} ${now}${before}`;
};

/** Further ones stand in the table. */
const mostMoves = 4;

function changedWords(moved: readonly Named[], against: string): string {
  const sorted = moved.toSorted((a, b) => Number(isWorse(b.kpi, b.told)) - Number(isWorse(a.kpi, a.told)));
  const words = sorted
    .slice(0, mostMoves)
    .map((each) => `${moveWords(each)} (${moveOf(each.kpi, each.told.comparison) ?? ''})`);
  const more = sorted.length - mostMoves;
  return `Beyond noise, held against ${against}: ${words.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`;
}

/** What moved, by the verdicts of comparisons and nothing else; and that it is not to be reacted to where they say so. */
function changeBullet({ all, against }: SummaryFacts): string {
  const moved = all.filter(({ told }) => isReact(told));
  if (moved.length > 0) return changedWords(moved, against);
  const tested = all.filter(({ told }) => told.comparison?.enoughSample === true);
  if (tested.length === 0) return `Too few to hold against ${against}: ${notYet}.`;
  const size = ({ told }: Named): number => Math.abs(told.comparison?.relativeChange ?? 0);
  const [largest] = tested.toSorted((a, b) => size(b) - size(a));
  const words = largest === undefined || size(largest) === 0 ? '' : `; the largest move is ${moveWords(largest)}`;
  return `No figure moved beyond noise, held against ${against}${words}: ${notYet}.`;
}

/** What there is to do. */
function workBullet({ all, backlogBefore, incidents, actions }: SummaryFacts): string {
  const value = (name: KpiName): number => find(all, name)?.told.value ?? 0;
  const was = backlogBefore === null ? '' : ` (${countWords(backlogBefore)} at the end of the days before)`;
  return listed([
    `${counted(value('created'), 'ticket')} came in and ${countWords(value('solved'))} were solved`,
    `${countWords(value('backlog'))} are left${was}`,
    incidents === 0 ? 'no incident ran' : `${counted(incidents, 'incident')} ran`,
    actions.open === 0
      ? 'no action item is open.'
      : `${counted(actions.open, 'action item')} ${actions.open === 1 ? 'is' : 'are'} open, ${actions.late} late.`,
  ]);
}

/** Exactly three sentences. Figures that nobody judges say nothing of better or worse. SPEC REP-21. */
export const summaryOf = (facts: SummaryFacts): string[] => [
  serviceBullet(facts),
  changeBullet(facts),
  workBullet(facts),
];
