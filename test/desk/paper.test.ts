import { describe, expect, it } from 'vitest';
import { paperHtml } from '../../src/domain/paper/html.ts';
import type { Paper } from '../../src/domain/paper/paper.ts';
import { writePdf } from '../../src/main/desk/paper/write-pdf.ts';
import { pdfText } from '../support/pdf-text.ts';

const at = Date.parse('2026-03-02T10:00:00Z');
const paper: Paper = {
  title: 'Week 9 & what came of it',
  foot: 'My desk, week 9',
  blocks: [
    { kind: 'heading', text: 'Numbers' },
    {
      kind: 'table',
      columns: [{ title: 'Agent' }, { title: 'Score', align: 'end' }],
      rows: [
        [[{ text: 'Zoë Łukasz' }, { text: 'Said “thanks”', look: 'quoted' }], [{ text: '4.25' }]],
        [[{ text: 'Ирина Ωμέγα' }], [{ text: '3.9' }]],
      ],
    },
    { kind: 'list', items: ['First', 'Second'] },
    { kind: 'words', words: { text: 'Line one\nLine two', look: 'strong' } },
  ],
};

describe('a paper as PDF (PAP-1 to PAP-3)', () => {
  it('says what it says, in order, with its title and numbered sheets', async () => {
    const { bytes, missing } = await writePdf(paper, at);
    expect(missing).toBe(0);
    const { pages, title } = await pdfText(bytes);
    expect(title).toBe('Week 9 & what came of it');
    expect(pages).toHaveLength(1);
    const words = [
      'Week 9 & what came of it',
      'Numbers',
      'Agent',
      'Score',
      'Zoë Łukasz',
      'Said “thanks”',
      '4.25',
      'Ирина Ωμέγα',
      '3.9',
      'First',
      'Second',
      'Line one',
      'Line two',
      'My desk, week 9',
      '1 / 1',
    ];
    const places = words.map((word) => pages[0]!.indexOf(word));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('draws an empty box for a letter that its face lacks, and counts it', async () => {
    const foreign: Paper = { title: '日本 and 👩‍👩‍👧 and e\u0301\u200b', foot: '', blocks: [] };
    const { bytes, missing } = await writePdf(foreign, at);
    expect(missing).toBe(3);
    expect((await pdfText(bytes)).pages[0]).toContain('□□ and □ and é');
  });

  it('goes on over sheets with the head of its table, and keeps what has no blank to break at', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => [[{ text: `Row ${index}` }], [{ text: String(index) }]]);
    const long = 'x'.repeat(4000);
    const { bytes } = await writePdf(
      {
        ...paper,
        blocks: [
          { kind: 'table', columns: [{ title: 'Agent' }, { title: 'Score' }], rows },
          { kind: 'words', words: { text: long } },
        ],
      },
      at,
    );
    const { pages } = await pdfText(bytes);
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages.slice(0, 3)) expect(page).toContain('Agent');
    const drawn = pages.join('').match(/x/g)?.length ?? 0;
    expect(drawn).toBeGreaterThanOrEqual(4000);
    expect(pages.at(-1)).toContain(`${pages.length} / ${pages.length}`);
  });
});

it('a paper as a page is text alone, whatever stands in it (PAP-4)', () => {
  const hostile = '</title><script>alert(1)</script><img src=x onerror="alert(2)">\'"&';
  const html = paperHtml({
    title: hostile,
    foot: hostile,
    blocks: [
      { kind: 'heading', text: hostile },
      { kind: 'words', words: { text: hostile, look: 'quoted' } },
      { kind: 'list', items: [hostile] },
      { kind: 'table', columns: [{ title: hostile }], rows: [[[{ text: hostile, look: 'soft' }]]] },
    ],
  });
  expect(html).not.toMatch(/<script|<img/);
  expect(html.match(/&lt;script&gt;alert\(1\)&lt;\/script&gt;/g)).toHaveLength(8);
  expect(html).toContain("default-src 'none'");
});
