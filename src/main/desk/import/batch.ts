import type { ImportItem } from '../../../domain/exchange/item.ts';

/** What a reader hands on: items in the order of the file, with how many of its rows they took. */
export type Batch = { readonly items: readonly ImportItem[]; readonly rows: number };
