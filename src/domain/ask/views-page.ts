import { functionDocs } from './functions.ts';
import { viewDocs, type ViewDoc } from './views.ts';

const kinds: Readonly<Record<ViewDoc['columns'][number]['kind'], string>> = {
  text: 'text',
  number: 'number',
  minutes: 'minutes',
  time: 'time',
  ms: 'epoch ms',
  flag: '0 or 1',
  ticket: 'ticket',
  id: 'id',
};

const section = ({ name, about, columns }: ViewDoc): string =>
  [
    `## \`${name}\`\n\n${about}\n`,
    ...columns.map((column) => `- \`${column.name}\` (${kinds[column.kind]}): ${code(column.about)}`),
  ].join('\n');

/** What is written as SQL stands as code, so that no sign of it is read as Markdown. */
const code = (about: string): string => about.replace(/json_extract\(.*\)(?=\.$)/, (found) => `\`${found}\``);

/** docs/views.md, whole. SPEC ASK-1. */
export const viewsPage = (): string =>
  `${[
    `# The views of Ask

What a question may read, and nothing else. Names and columns stay; new ones are added. Made by \`viewsPage\` of
\`src/domain/ask/views-page.ts\`, which a test compares with this page.

- Codes are told by their words, people and queues by their names.
- A time stands twice: \`created\` by the desk's clock as \`2026-03-02 10:00:00\`, which the date functions read
  (\`strftime('%H', created)\` is the hour), and \`created_ms\` in epoch milliseconds.
- Durations are minutes by the calendar, where nothing else is said.
- \`ticket\` is the number of a ticket and joins every view that has one.
- SQLite's SQL, read only: one statement that begins with SELECT, WITH or VALUES. Virtual tables and pragmas are not to be had.
- A question answers 10,000 rows and 8 MB at most, a cell 4,000 letters; what is cut is told. It is stopped after 10 seconds
  (from the command line after as many as are given, 60 at most), and when it takes more than 768 MB of memory.`,
    ...viewDocs.map(section),
    `## Functions\n\n${functionDocs.map(({ about }) => `- \`${about.split(': ')[0] ?? ''}\`${rest(about)}`).join('\n')}`,
  ].join('\n\n')}\n`;

const rest = (about: string): string => {
  const after = about.split(': ').slice(1).join(': ');
  return after === '' ? '' : `: ${after}`;
};
