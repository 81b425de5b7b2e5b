import type { ReportContent, ReportSection } from '../../contract/report-issues.ts';
import type { ReportTable } from '../../contract/reports.ts';
import { table, text } from './cells.ts';
import { aboutLines, titleOf } from './content-paper.ts';

const said = ({ title, lines }: ReportSection): (readonly [string, string])[] => lines.map((line) => [title, line]);

/** An issue as tables: what it says in words first, then its tables, each named after its section. SPEC REP-31. */
export const contentTables = (content: ReportContent): ReportTable[] => [
  table(
    'about',
    titleOf(content),
    ['Section', 'What it says'],
    [
      ...aboutLines(content).map((line) => ['About', line] as const),
      ...content.notes.map((line) => ['About', line] as const),
      ...content.sections.flatMap(said),
    ].map(([section, line]) => [text(section), text(line)]),
  ),
  ...content.sections.flatMap(({ title, tables }) =>
    tables.map((each) => (each.title === title ? each : { ...each, title: `${title}: ${each.title}` })),
  ),
];
