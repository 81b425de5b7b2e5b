import { describe, expect, test } from 'vitest';
import { blocksOf, inlinesOf, withTick, type Inline } from '../../../src/renderer/written/markdown.ts';

const text = (words: string): Inline => ({ kind: 'text', text: words });

describe('parts of a line', () => {
  test('bold, and tickets in it', () => {
    expect(inlinesOf('See **#12 first**, then #7.')).toEqual([
      text('See '),
      { kind: 'bold', parts: [{ kind: 'ticket', number: 12 }, text(' first')] },
      text(', then '),
      { kind: 'ticket', number: 7 },
      text('.'),
    ]);
  });

  test('what is not closed, or is empty, stays as it was typed', () => {
    const said = (line: string): string =>
      inlinesOf(line)
        .map((part) => (part.kind === 'text' ? part.text : `<${part.kind}>`))
        .join('');
    expect(said('two ** stars')).toBe('two ** stars');
    expect(said('**')).toBe('**');
    expect(said('****')).toBe('****');
    expect(said('2 * 3 * 4')).toBe('2 * 3 * 4');
    expect(said('**a** and **b')).toBe('<bold> and **b');
  });

  test.each(['a#12', '#12a', 'https://example.com/#12', '&#12;', '##12', '#', '#١٢', '#1234567890123456'])(
    '%s is no ticket',
    (line) => {
      expect(inlinesOf(line).every(({ kind }) => kind === 'text')).toBe(true);
    },
  );
});

describe('blocks', () => {
  test('headings, paragraphs of lines, lists of three kinds', () => {
    const blocks = blocksOf('# Last week\nOne\nTwo\n\n- a\n  1. b\n- [ ] c\n- [x] d\nend');
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'list', 'paragraph']);
    expect(blocks[1]).toEqual({ kind: 'paragraph', lines: [[text('One')], [text('Two')]] });
    expect(blocks[2]).toMatchObject({
      items: [
        { depth: 0, order: null, checked: null, line: 4 },
        { depth: 1, order: 1, checked: null, line: 5 },
        { depth: 0, checked: false, line: 6 },
        { depth: 0, checked: true, line: 7 },
      ],
    });
  });

  test('nothing is nothing, and what only looks like a sign is a paragraph', () => {
    expect(blocksOf('')).toEqual([]);
    expect(blocksOf(' \n\t\n')).toEqual([]);
    for (const line of ['#', '#### deep', '-no space', '1.no space', '---'])
      expect(blocksOf(line).map(({ kind }) => kind)).toEqual(['paragraph']);
  });

  test('line ends of every system', () => {
    expect(blocksOf('- a\r\n- b\r- c')[0]).toMatchObject({ items: [{ line: 0 }, { line: 1 }, { line: 2 }] });
  });

  test('HTML is words like any other', () => {
    const hostile = '<img src=x onerror="alert(1)"> **<script>alert(2)</script>** [a](javascript:alert(3))';
    const [block] = blocksOf(hostile);
    expect(block).toEqual({
      kind: 'paragraph',
      lines: [
        [
          text('<img src=x onerror="alert(1)"> '),
          { kind: 'bold', parts: [text('<script>alert(2)</script>')] },
          text(' [a](javascript:alert(3))'),
        ],
      ],
    });
  });

  test('text made to be slow is read at once', () => {
    const long = 100_000;
    const began = performance.now();
    for (const piece of ['*', '**a', '#', '#1', '- [ ] ', '  ', '\t', '# ', '[', '- '])
      blocksOf(piece.repeat(Math.ceil(long / piece.length)));
    blocksOf(`- ${' '.repeat(long)}x`);
    blocksOf(`#${' '.repeat(long)}`);
    expect(performance.now() - began).toBeLessThan(2000);
  });

  test('indents stop somewhere', () => {
    expect(blocksOf(`${' '.repeat(500)}- deep`)[0]).toMatchObject({ items: [{ depth: 8 }] });
  });
});

test('a tick changes its line alone', () => {
  const list = '- [ ] a\n- [x] b\n- c';
  expect(withTick(list, 0)).toBe('- [x] a\n- [x] b\n- c');
  expect(withTick(list, 1)).toBe('- [ ] a\n- [ ] b\n- c');
  expect(withTick(list, 2)).toBe(list);
  expect(withTick('a\r\n  1. [X] b\r\n', 1)).toBe('a\r\n  1. [ ] b\r\n');
});
