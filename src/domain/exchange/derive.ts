import type { Derived, Mapping } from '../../contract/index.ts';
import { Fault } from '../fault.ts';
import { folded } from './header-names.ts';
import { shown } from './item.ts';
import { readPattern, splitText } from './text-pattern.ts';
import { lookUp, valueKey } from './values.ts';

type Step = {
  readonly place: number;
  readonly column: string;
  readonly headers: readonly string[];
  /** Null: the text is not as expected. */
  readonly make: (text: string) => readonly string[] | null;
  readonly otherwise: string;
};

export type Deriver = {
  /** The file's columns, and behind them those made of them. */
  readonly header: readonly string[];
  /** A row as wide as `header`; says which cells are blank because a text was not as expected. */
  readonly cells: (
    cells: readonly string[],
    warn?: (reason: string, column: string, value: string) => void,
  ) => readonly string[];
};

const headersOf = (each: Derived): readonly string[] =>
  each.kind === 'split' ? readPattern(each.pattern).names : [each.header];

/** How many columns stand behind those of the file. */
export const derivedCount = (derived: readonly Derived[] = []): number => derived.flatMap(headersOf).length;

/** The columns of a mapping that are of the file itself, not made of others. Faults INVALID on a pattern that cannot be read. */
export const fileHeaders = ({ columns, derived }: Pick<Mapping, 'columns' | 'derived'>): string[] =>
  columns.slice(0, columns.length - derivedCount(derived)).map(({ header }) => header);

function stepOf(each: Derived, header: readonly string[]): Step {
  const place = header.findIndex((text) => folded(text) === folded(each.column));
  if (place === -1)
    throw new Fault(
      'INVALID',
      `This file has no column "${each.column}", of which others are made. Choose another mapping or another file.`,
      { field: 'mapping.derived' },
    );
  const about = { place, column: each.column, headers: headersOf(each) };
  if (each.kind === 'split') {
    const pattern = readPattern(each.pattern);
    const otherwise = `This is not as the pattern ${shown(each.pattern)} says; the columns made of it are blank.`;
    return { ...about, otherwise, make: (text) => splitText(pattern, text) };
  }
  const values = valuesOf(each);
  return {
    ...about,
    otherwise: `The table of ${each.header} has nothing for this; it is blank.`,
    make: (text) => {
      const found = lookUp(values, codeOf(text, each.letters));
      return found === undefined ? null : [found];
    },
  };
}

const codeOf = (text: string, letters: number | null): string => {
  const key = valueKey(text);
  return letters === null ? key : Array.from(key).slice(0, letters).join('');
};

/** By code. Names alone begin with their code: `Beauty` is that of `BE9159`. Two of one code cannot be told apart. */
function valuesOf({ values, letters }: Extract<Derived, { kind: 'lookUp' }>): Readonly<Record<string, string>> {
  const pairs = Array.isArray(values)
    ? values.map((name) => [codeOf(name, letters), name] as const)
    : Object.entries(values).map(([code, name]) => [valueKey(code), name] as const);
  const twice = pairs.find(([code], at) => pairs.findIndex(([other]) => other === code) < at);
  if (twice !== undefined)
    throw new Fault('INVALID', `Two values of the table have the code "${twice[0]}". Give each its own.`, {
      field: 'mapping.derived',
    });
  return Object.fromEntries(pairs);
}

/**
 * Makes columns of others: parts of a text, and what a table has for a code. Each may be made of one made before it. Faults
 * INVALID where the file lacks a column, or a pattern or table cannot work. SPEC IMP-30, IMP-31.
 */
export function createDeriver(derived: readonly Derived[] = [], header: readonly string[]): Deriver {
  const steps: Step[] = [];
  let all = header;
  for (const each of derived) {
    const step = stepOf(each, all);
    steps.push(step);
    all = [...all, ...step.headers];
  }
  if (steps.length === 0) return { header, cells: (cells) => cells };
  return {
    header: all,
    cells: (given, warn) => {
      const cells = Array.from({ length: header.length }, (_, at) => given[at] ?? '');
      for (const { place, column, headers, make, otherwise } of steps) {
        const raw = cells[place] ?? '';
        const text = raw.trim();
        // A part at an end may be of nothing but the blank beside it.
        const made = text === '' ? null : (make(raw) ?? make(text));
        if (made === null && text !== '') warn?.(otherwise, column, text);
        cells.push(...(made ?? headers.map(() => '')));
      }
      return cells;
    },
  };
}
