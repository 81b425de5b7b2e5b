import { findRecords } from '../../../domain/exchange/zendesk-shape.ts';
import type { Found } from '../../../domain/exchange/zendesk-shape.ts';
import { Fault } from '../../../domain/fault.ts';
import { readText } from './encoding.ts';
import type { Encoding } from './encoding.ts';
import type { ReadOptions, Source } from './source.ts';
import { breathe } from '../breathe.ts';

/** One record of a JSON file, or a line of it that is no JSON. `place` is the line, or the record's turn. */
export type JsonItem =
  | { readonly kind: 'record'; readonly place: number; readonly found: Found }
  | { readonly kind: 'broken'; readonly place: number; readonly text: string; readonly reason: string };

const maxChars = 400_000_000;
const maxLineChars = 64_000_000;

/** Whether every line is a document of its own: the first is whole, and others follow. */
export async function isLines(source: Source, encoding: Encoding, options: ReadOptions = {}): Promise<boolean> {
  let first: string | null = null;
  for await (const { text, line } of lines(source, encoding, options)) {
    if (line === 0) return false;
    if (first !== null) return parse(first) !== undefined;
    first = text;
    if (/^\s*[[{]\s*$/.test(text)) return false;
  }
  return false;
}

/** The records of a JSON file, in its order; may be called again for a second look. */
export type JsonRecords = (options?: ReadOptions) => AsyncGenerator<JsonItem>;

/** Opens a JSON file: one document is parsed here and held, a file of lines is read each time. */
export async function openJson(
  source: Source,
  encoding: Encoding,
  byLine: boolean,
  options: ReadOptions = {},
): Promise<JsonRecords> {
  if (byLine) return (again) => ofLines(source, encoding, again ?? {});
  const document = await parseWhole(source, encoding, options);
  return async function* records(again = {}) {
    let place = 0;
    for (const found of findRecords(document)) {
      place += 1;
      if (place % 1000 === 0) {
        if (again.signal?.aborted === true) throw new Fault('CANCELLED', 'The import was stopped.');
        await breathe();
      }
      yield { kind: 'record', place, found };
    }
  };
}

async function* ofLines(source: Source, encoding: Encoding, options: ReadOptions): AsyncGenerator<JsonItem> {
  for await (const { text, line } of lines(source, encoding, options)) {
    if (line === 0) throw new Fault('INVALID', 'A line of this file is longer than 64 million characters.');
    const value = parse(text);
    if (value === undefined) {
      yield { kind: 'broken', place: line, text: text.slice(0, 1000), reason: 'This line is not valid JSON.' };
      continue;
    }
    for (const found of findRecords(value)) yield { kind: 'record', place: line, found };
  }
}

/** A value, or undefined for what is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The lines of a file that say anything; line 0 where one is too long to go on. */
async function* lines(source: Source, encoding: Encoding, options: ReadOptions) {
  let rest = '';
  let line = 0;
  for await (const piece of readText(source, encoding, options)) {
    const parts = (rest + piece).split('\n');
    rest = parts.pop() ?? '';
    for (const text of parts) {
      line += 1;
      if (text.trim() !== '') yield { text, line };
    }
    if (rest.length > maxLineChars) {
      yield { text: '', line: 0 };
      return;
    }
  }
  if (rest.trim() !== '') yield { text: rest, line: line + 1 };
}

async function parseWhole(source: Source, encoding: Encoding, options: ReadOptions): Promise<unknown> {
  const pieces: string[] = [];
  let chars = 0;
  for await (const piece of readText(source, encoding, options)) {
    chars += piece.length;
    if (chars > maxChars) {
      throw new Fault(
        'INVALID',
        'This JSON file is over 400 MB. Export it as NDJSON (one ticket a line), or in several files.',
      );
    }
    pieces.push(piece);
  }
  const text = pieces.join('');
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Fault(
      'INVALID',
      `This file is not valid JSON${whereOf(error, text)}. It may have been cut off; export it again.`,
    );
  }
}

function whereOf(error: unknown, text: string): string {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  return position === undefined ? '' : ` (line ${text.slice(0, Number(position)).split('\n').length})`;
}
