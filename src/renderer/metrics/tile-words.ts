import type { Kpi } from '../../contract/index.ts';
import { mw } from '../strings/en-metrics.ts';
import type { Against } from './range.ts';
import type { Told } from './use-numbers.ts';

export type TileWords = {
  readonly value: string;
  readonly of: string;
  readonly spread: string;
  readonly target: string;
  readonly says: string;
  /** All of it, for whoever does not see the tile. */
  readonly label: string;
};

/** A figure in words: the same on its tile, in a table, on the wall and in the file. */
export function tileWords(kpi: Kpi, told: Told, against: Against, days: number): TileWords {
  const value = mw.amount(kpi, told.value);
  const lacks = told.value === null ? kpi.lacks : null;
  const words = {
    value,
    of: lacks ?? mw.n(kpi, told),
    spread: told.value === null ? '' : mw.spread(kpi, told),
    target: mw.met(told.meetsTarget),
    // What is not there yet says nothing, and so does what it is held against.
    says: lacks === null ? mw.says(kpi, told.comparison, against, days) : '',
  };
  const said = told.value === null ? mw.tile.none : value;
  return { ...words, label: mw.tile.label(kpi.title, [said, words.of, words.spread, words.target, words.says]) };
}
