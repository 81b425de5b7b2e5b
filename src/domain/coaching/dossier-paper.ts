import type {
  ChangeOf,
  CoachingAction,
  CoachingGoal,
  CoachingSession,
  Praise,
  ReviewRow,
} from '../../contract/index.ts';
import { instantInWords } from '../calendar/words.ts';
import type { Block, Cell, Paper, Words } from '../paper/paper.ts';

/** Everything of one person over some days. */
export type Dossier = {
  readonly desk: string;
  readonly timeZone: string;
  readonly madeAt: number;
  readonly person: { readonly id: string; readonly name: string };
  readonly from: string;
  readonly days: number;
  readonly figures: readonly ChangeOf[];
  readonly solved: { readonly before: number; readonly since: number };
  readonly reviews: readonly ReviewRow[];
  readonly sessions: readonly CoachingSession[];
  readonly goals: readonly CoachingGoal[];
  readonly actions: readonly CoachingAction[];
  readonly praise: readonly Praise[];
};

const figure: Readonly<Record<ChangeOf['unit'], (value: number) => string>> = {
  share: (value) => `${(100 * value).toFixed(1)} %`,
  percent: (value) => `${value.toFixed(1)} %`,
  score: (value) => `${value.toFixed(2)} of 5`,
  minutes: (value) => `${Math.round(value)} min`,
};

const sideWords = (unit: ChangeOf['unit'], { n, value }: { n: number; value: number | null }): string =>
  value === null ? '–' : `${figure[unit](value)} (n ${n})`;

/** What a comparison says, as it is said to its person. SPEC MET-1. */
function verdictWords({ better, comparison }: ChangeOf): string {
  const { verdict, difference, enoughSample, bigEnough } = comparison;
  if (difference === null) return 'nothing to compare';
  if (verdict === 'steady') return 'steady';
  if (verdict === 'react') return difference > 0 === (better === 'more') ? 'better' : 'worse';
  if (!enoughSample) return 'too few to say';
  return bigEnough ? 'may be chance' : 'no change that matters';
}

const said = (text: string, look?: Words['look']): Words[] =>
  text.trim() === '' ? [] : [look === undefined ? { text } : { text, look }];

const part = (title: string, blocks: readonly Block[]): Block[] =>
  blocks.length === 0 ? [] : [{ kind: 'heading', text: title }, ...blocks];

const table = (titles: readonly string[], rows: readonly (readonly Cell[])[]): Block[] =>
  rows.length === 0
    ? []
    : [
        {
          kind: 'table',
          columns: titles.map((title, at) => (at === 0 ? { title } : { title, align: 'end' as const })),
          rows,
        },
      ];

const plain = (text: string): Cell => [{ text }];

const sessionBlocks = (
  zone: string,
  { at, minutes, agenda, notes, privateNotes, acknowledgedAt, agentNote }: CoachingSession,
): Block[] =>
  [
    {
      text: `${instantInWords(zone, at)}, ${minutes} min${acknowledgedAt === null ? '' : ', acknowledged'}`,
      look: 'strong',
    } as const,
    ...said(agenda),
    ...said(notes),
    ...said(agentNote, 'quoted'),
    ...(privateNotes.trim() === ''
      ? []
      : [{ text: 'Private notes of whoever made this:', look: 'soft' } as const, { text: privateNotes }]),
  ].map((words): Block => ({ kind: 'words', words }));

function figureBlocks({ figures }: Dossier): Block[] {
  const known = figures.filter(({ comparison: { a, b } }) => a.n + b.n > 0);
  return table(
    ['Figure', 'Before', 'In these days', 'Change'],
    known.map((change) => [
      plain(change.name),
      plain(sideWords(change.unit, change.comparison.a)),
      plain(sideWords(change.unit, change.comparison.b)),
      plain(verdictWords(change)),
    ]),
  );
}

const reviewBlocks = ({ reviews }: Dossier): Block[] =>
  table(
    ['Conversation', 'Scorecard', 'Score'],
    reviews.map(({ ticketNumber, subject, scorecardName, percent }) => [
      plain(`#${ticketNumber} ${subject}`),
      plain(scorecardName),
      plain(percent === null ? '–' : figure.score(percent / 20)),
    ]),
  );

const goalBlocks = ({ goals }: Dossier): Block[] =>
  table(
    ['Goal', 'Until', 'State'],
    goals.map(({ text, dueOn, state }) => [plain(text), plain(dueOn ?? '–'), plain(state)]),
  );

const actionBlocks = ({ actions }: Dossier): Block[] =>
  table(
    ['Action', 'Until', 'State'],
    actions.map(({ text, dueOn, doneAt }) => [
      plain(text),
      plain(dueOn ?? '–'),
      plain(doneAt === null ? 'open' : 'done'),
    ]),
  );

const praiseBlocks = ({ praise, timeZone }: Dossier): Block[] =>
  praise.map(({ at, by, text, ticketNumber }) => {
    const where = ticketNumber === null ? '' : `, #${ticketNumber}`;
    return { kind: 'words', words: { text: `${text}\n${by}, ${instantInWords(timeZone, at)}${where}` } };
  });

/** A performance review on paper, for the person it is about. SPEC COA-30. */
export function dossierPaper(all: Dossier): Paper {
  const { desk, timeZone, madeAt, person, from, days, solved, sessions } = all;
  const tickets = solved.since === 1 ? '1 ticket' : `${solved.since} tickets`;
  const begins = `${tickets} solved, ${solved.before} in the ${days} days before. Each figure says how many it is of, and whether its change is more than noise.`;
  return {
    title: `${person.name}: ${days} days from ${from}`,
    foot: `${desk}, made ${instantInWords(timeZone, madeAt)}`,
    blocks: [
      { kind: 'words', words: { text: begins } },
      ...part('Figures', figureBlocks(all)),
      ...part('Reviews', reviewBlocks(all)),
      ...part('Goals', goalBlocks(all)),
      ...part('Actions', actionBlocks(all)),
      ...part('Praise', praiseBlocks(all)),
      ...part(
        'Sessions',
        sessions.flatMap((session) => sessionBlocks(timeZone, session)),
      ),
    ],
  };
}
