import { openSync, type Font } from 'fontkit';
import type { Block, Paper } from '../../../domain/paper/paper.ts';
import { faces } from './fonts.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const box = '\u25a1';
/** Marks that are not drawn: joiners, directions, variants, a byte order mark. */
const undrawn = /\p{Default_Ignorable_Code_Point}/gu;
const isDrawn = (font: Font, letter: string): boolean =>
  /^[\n\r\t]/.test(letter) || Array.from(letter).every((sign) => font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0));

/** Replaces what the face has no glyph for by an empty box, and counts it. */
function legibleText(font: Font, text: string): { readonly text: string; readonly missing: number } {
  let missing = 0;
  const letters = Array.from(segmenter.segment(text.normalize('NFC')), ({ segment }) => {
    const letter = segment.replaceAll(undrawn, '');
    if (isDrawn(font, letter)) return letter;
    missing += 1;
    return box;
  });
  return { text: letters.join(''), missing };
}

/**
 * A paper of which every letter can be drawn; what the face lacks (other scripts than Latin, Greek and Cyrillic, and
 * emoji) is an empty box, and counted.
 */
export function legible(paper: Paper): { readonly paper: Paper; readonly missing: number } {
  const font = openSync(faces.normal) as Font;
  let missing = 0;
  const clean = (text: string): string => {
    const found = legibleText(font, text);
    missing += found.missing;
    return found.text;
  };
  const block = (one: Block): Block => {
    switch (one.kind) {
      case 'heading':
        return { ...one, text: clean(one.text) };
      case 'words':
        return { ...one, words: { ...one.words, text: clean(one.words.text) } };
      case 'list':
        return { ...one, items: one.items.map(clean) };
      case 'table':
        return {
          ...one,
          columns: one.columns.map((column) =>
            column.title === undefined ? column : { ...column, title: clean(column.title) },
          ),
          rows: one.rows.map((row) => row.map((cell) => cell.map((words) => ({ ...words, text: clean(words.text) })))),
        };
    }
  };
  const { title, foot, blocks } = paper;
  return { paper: { title: clean(title), foot: clean(foot), blocks: blocks.map(block) }, missing };
}
