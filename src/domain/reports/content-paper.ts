import type { ReportContent, ReportSection } from '../../contract/report-issues.ts';
import type { ReportCell, ReportTable } from '../../contract/reports.ts';
import type { Block, Column, Paper } from '../paper/paper.ts';
import { cellWords, counted, periodWords, whenWords } from './words.ts';

const isNumber = ({ kind }: ReportCell): boolean => kind !== 'text' && kind !== 'date' && kind !== 'instant';

/** A column is of numbers where all its cells are; their heads stand over them. */
const columnsOf = ({ columns, rows }: ReportTable): Column[] =>
  columns.map((title, at) => {
    const cells = rows.flatMap((row) => row[at] ?? []).filter(({ value }) => value !== null);
    return { title, ...(cells.length > 0 && cells.every(isNumber) && { align: 'end' as const }) };
  });

function tableBlocks(table: ReportTable, section: ReportSection, timeZone: string): Block[] {
  if (table.rows.length === 0) return [];
  const rows = table.rows.map((row) => row.map((cell) => [{ text: cellWords(cell, timeZone) }]));
  const left = table.total - table.rows.length;
  return [
    ...(table.title === section.title
      ? []
      : [{ kind: 'words' as const, words: { text: table.title, look: 'strong' as const } }]),
    { kind: 'table', columns: columnsOf(table), rows },
    ...(left > 0 ? [{ kind: 'words' as const, words: { text: `And ${left} more.`, look: 'soft' as const } }] : []),
  ];
}

function sectionBlocks(section: ReportSection, timeZone: string): Block[] {
  const { kind, title, lines, tables } = section;
  const said: Block[] =
    kind === 'summary'
      ? [{ kind: 'list', items: [...lines] }]
      : lines.map((line) => ({ kind: 'words', words: { text: line } }));
  return [
    { kind: 'heading', text: title },
    ...said,
    ...tables.flatMap((table) => tableBlocks(table, section, timeZone)),
  ];
}

/** What the numbers are of, and from which state of the desk. SPEC REP-4. */
export const aboutLines = ({ period, against, timeZone, madeAt, state }: ReportContent): string[] => [
  `${periodWords(period)}, held against ${periodWords(against)}; days by the clock of ${timeZone}.`,
  `Made ${whenWords(madeAt, timeZone)} of a desk with ${counted(state.tickets, 'ticket')}, after its change ${state.changes}; numbers do not change later.`,
];

export const titleOf = ({ title, period }: ReportContent): string => `${title}, ${periodWords(period)}`;

/** An issue to be read and printed. */
export function contentPaper(content: ReportContent): Paper {
  const { sections, timeZone, notes } = content;
  return {
    title: titleOf(content),
    foot: titleOf(content),
    blocks: [
      ...aboutLines(content).map((text): Block => ({ kind: 'words', words: { text, look: 'soft' } })),
      ...notes.map((text): Block => ({ kind: 'words', words: { text, look: 'strong' } })),
      ...sections.flatMap((section) => sectionBlocks(section, timeZone)),
    ],
  };
}

const tableText = ({ title, columns, rows }: ReportTable, timeZone: string): string[] =>
  rows.length === 0
    ? []
    : [
        '',
        title,
        ...rows.map((row) =>
          row.map((cell, at) => `${columns[at] ?? ''} ${cellWords(cell, timeZone)}`.trim()).join('; '),
        ),
      ];

/** An issue as plain text. */
export const contentText = (content: ReportContent): string =>
  [
    titleOf(content),
    '',
    ...aboutLines(content),
    ...content.notes,
    ...content.sections.flatMap(({ kind, title, lines, tables }) => [
      '',
      title.toUpperCase(),
      ...lines.map((line) => (kind === 'summary' ? `- ${line}` : line)),
      ...tables.flatMap((table) => tableText(table, content.timeZone)),
    ]),
    '',
  ].join('\n');

/** What no file system takes, and control signs; a name never begins with a point. */
// eslint-disable-next-line no-control-regex -- control signs are what it takes out
const unfit = /[/\\:*?"<>|\u0000-\u001f\u007f]/g;

/** `Weekly operational pack 2026-03-02.pdf`. */
export function fileName({ title, period }: ReportContent, ending: string): string {
  const clean = title
    // Half a sign is no sign.
    .replaceAll(/\p{Cs}/gu, ' ')
    .replaceAll(unfit, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s.]+/, '');
  return `${Array.from(clean).slice(0, 100).join('').trim() || 'Report'} ${period.from}.${ending}`;
}
