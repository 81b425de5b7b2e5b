import { desk } from './0001-desk.ts';
import { boards } from './0002-boards.ts';
import { search } from './0003-search.ts';

export type Migration = { readonly number: number; readonly name: string; readonly sql: string };

/** In order, append-only: a landed migration is never edited (its hash is pinned in test/store/migrations.test.ts). */
export const migrations: readonly Migration[] = [desk, boards, search];
