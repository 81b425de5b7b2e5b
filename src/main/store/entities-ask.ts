import type { Entity } from './entity.ts';

/** Questions that were saved, as the change log knows them. */
export const askEntities = {
  saved_query: {
    table: 'saved_query',
    key: 'uid',
    columns: ['id', 'name', 'sql', 'board', 'pivot', 'saved_at', 'saved_by'],
    refs: {},
  },
} as const satisfies Record<string, Entity>;
