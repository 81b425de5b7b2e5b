import type { Narrow } from '../../../contract/index.ts';
import type { Dim } from '../../store/kpi-facts.ts';
import type { Core } from '../core.ts';
import { narrowed } from './places.ts';

/** What something is narrowed to: these keys of a dimension, or with `out` all but these. */
export type Held = { readonly dim: Dim; readonly keys: ReadonlySet<string>; readonly out: boolean };

export function heldOf(core: Core, narrow: Narrow | null): readonly Held[] {
  if (narrow === null) return [];
  const { dim, keys } = narrowed(core, narrow);
  return [{ dim, keys: new Set(keys), out: false }];
}

/** Whether something is within all of it; what has no place in a dimension is not. */
export const isHeld = (all: readonly Held[], keyOf: (dim: Dim) => string | undefined): boolean =>
  all.every(({ dim, keys, out }) => {
    const key = keyOf(dim);
    return key !== undefined && keys.has(key) !== out;
  });
