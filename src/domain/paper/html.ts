import type { Block, Paper, Words } from './paper.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** Text as text, whatever stands in it. */
const safe = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

const style = `body{font:13px/1.45 system-ui,sans-serif;color:#1a1b20;max-width:760px;margin:24px auto;padding:0 16px}
h1{font-size:18px}h2{font-size:14px;margin:20px 0 6px}table{border-collapse:collapse;width:100%}
td,th{border-bottom:1px solid #e3e3e7;padding:5px 6px;text-align:left;vertical-align:top}
.n{text-align:right;white-space:nowrap}blockquote{margin:4px 0;padding-left:8px;border-left:2px solid #a85a00;color:#565862}
p,blockquote{white-space:pre-wrap;overflow-wrap:anywhere}p{margin:4px 0}.soft,footer{color:#565862}.strong{font-weight:600}footer{margin-top:24px}`;

const policy = "default-src 'none'; style-src 'unsafe-inline'";

function wordsHtml({ text, look }: Words): string {
  if (look === 'quoted') return `<blockquote dir="auto">${safe(text)}</blockquote>`;
  return `<p dir="auto"${look === undefined ? '' : ` class="${look}"`}>${safe(text)}</p>`;
}

function tableHtml({ columns, rows }: Extract<Block, { kind: 'table' }>): string {
  const end = columns.map(({ align }) => (align === 'end' ? ' class="n"' : ''));
  const hasHead = columns.some(({ title }) => title !== undefined);
  const head = columns.map(({ title = '' }, index) => `<th${end[index]}>${safe(title)}</th>`).join('');
  const body = rows.map(
    (row) =>
      `<tr>${row.map((cell, index) => `<td${end[index] ?? ''}>${cell.map(wordsHtml).join('')}</td>`).join('')}</tr>`,
  );
  return `<table>${hasHead ? `<thead><tr>${head}</tr></thead>` : ''}<tbody>${body.join('')}</tbody></table>`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2 dir="auto">${safe(block.text)}</h2>`;
    case 'words':
      return wordsHtml(block.words);
    case 'list':
      return `<ul>${block.items.map((item) => `<li dir="auto">${safe(item)}</li>`).join('')}</ul>`;
    case 'table':
      return tableHtml(block);
  }
}

/** A paper as a page of HTML of its own: text alone, in which nothing runs and nothing is fetched. */
export const paperHtml = ({ title, foot, blocks }: Paper): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>${safe(title)}</title><style>${style}</style></head>
<body><h1 dir="auto">${safe(title)}</h1>
${blocks.map(blockHtml).join('\n')}
<footer>${safe(foot)}</footer></body></html>
`;
