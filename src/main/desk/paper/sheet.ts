import type { Content, CustomTableLayout, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { Block, Cell, Column, Paper, Words } from '../../../domain/paper/paper.ts';

/** Points: A4 with what a hole punch and a thumb need. */
const margins: [number, number, number, number] = [48, 44, 48, 52];
const soft = '#565862';
const quoteRule = '#a85a00';

const looks = { strong: { bold: true }, soft: { color: soft } } as const;

function wordsOf({ text, look }: Words): Content {
  if (look !== 'quoted') return { text, ...(look !== undefined && looks[look]), margin: [0, 1, 0, 1] };
  // A table of one cell: its rule goes on over the edge of a sheet.
  return {
    table: { widths: ['*'], body: [[{ text, color: soft, margin: [2, 0, 0, 0] }]] },
    layout: {
      vLineWidth: (at) => (at === 0 ? 1.5 : 0),
      hLineWidth: () => 0,
      vLineColor: () => quoteRule,
      paddingTop: () => 0,
      paddingBottom: () => 0,
    },
    margin: [0, 2, 0, 2],
  };
}

/** A hair between rows, and one that is seen under the head. */
const ruled = (heads: number): CustomTableLayout => ({
  vLineWidth: () => 0,
  hLineWidth: (line, { table }) => (line === 0 || line === table.body.length ? 0 : 0.5),
  hLineColor: (line) => (line === heads && heads > 0 ? soft : '#dcdce1'),
  paddingLeft: (column) => (column === 0 ? 0 : 8),
  paddingRight: () => 0,
  paddingTop: () => 3,
  paddingBottom: () => 3,
});

const alignmentOf = ({ align }: Column): 'left' | 'right' => (align === 'end' ? 'right' : 'left');

function tableOf(columns: readonly Column[], rows: readonly (readonly Cell[])[]): Content {
  const head = columns.map((column): TableCell => ({
    text: column.title ?? '',
    bold: true,
    alignment: alignmentOf(column),
  }));
  const hasHead = columns.some(({ title }) => title !== undefined);
  const body = rows.map((row) =>
    columns.map((column, index): TableCell => ({
      stack: (row[index] ?? []).map(wordsOf),
      alignment: alignmentOf(column),
    })),
  );
  const all = hasHead ? [head, ...body] : body;
  if (all.length === 0) return [];
  return {
    table: {
      headerRows: hasHead ? 1 : 0,
      widths: columns.map((_, index) => (index === 0 ? '*' : 'auto')),
      body: all,
    },
    layout: hasHead ? ruled(1) : ruled(0),
    margin: [0, 2, 0, 4],
  };
}

/** Words over a table are its title: like a heading they are not left alone at the foot of a sheet. */
const isTitle = ({ look }: Words, next: Block | undefined): boolean => look === 'strong' && next?.kind === 'table';

function contentOf(block: Block, next: Block | undefined): Content {
  switch (block.kind) {
    case 'heading':
      return { text: block.text, style: 'heading', headlineLevel: 2 };
    case 'words':
      return isTitle(block.words, next)
        ? { text: block.words.text, bold: true, margin: [0, 1, 0, 1], headlineLevel: 2 }
        : wordsOf(block.words);
    case 'list':
      return { ul: [...block.items], margin: [0, 2, 0, 4] };
    case 'table':
      return tableOf(block.columns, block.rows);
  }
}

/** A paper as pdfmake wants it: A4, a heading never alone at the foot of a sheet, sheets numbered. */
export const sheetsOf = ({ title, foot, blocks }: Paper, at: number): TDocumentDefinitions => ({
  pageSize: 'A4',
  pageMargins: margins,
  info: { title, creator: 'Foredesk', producer: 'Foredesk', creationDate: new Date(at) },
  // Figures of one width: pairs like 7 and a point would be drawn together otherwise.
  defaultStyle: { font: 'Inter', fontFeatures: ['tnum', 'kern'], fontSize: 9, lineHeight: 1.15, color: '#1a1b20' },
  styles: { title: { fontSize: 14, bold: true }, heading: { fontSize: 10.5, bold: true, margin: [0, 10, 0, 2] } },
  content: [
    { text: title, style: 'title', margin: [0, 0, 0, 6] },
    ...blocks.map((block, at) => contentOf(block, blocks[at + 1])),
  ],
  footer: (page, of) => ({
    columns: [
      { text: foot, width: '*' },
      { text: `${page} / ${of}`, width: 'auto' },
    ],
    color: soft,
    fontSize: 8,
    margin: [margins[0], 16, margins[2], 0],
  }),
  pageBreakBefore: ({ headlineLevel }, { getFollowingNodesOnPage }) =>
    headlineLevel === 2 && getFollowingNodesOnPage().length === 0,
});
