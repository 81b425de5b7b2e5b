import type { Entity } from './entity.ts';

/** The tables of coaching, as the change log knows them. Private notes are not among them. SPEC COA-3. */
export const coachingEntities = {
  coaching_session: {
    table: 'coaching_session',
    key: 'uid',
    columns: [
      'id',
      'person_id',
      'coach_id',
      'at',
      'minutes',
      'state',
      'agenda',
      'notes',
      'evidence',
      'acknowledged_at',
      'agent_note',
    ],
    refs: { person_id: 'person', coach_id: 'person' },
  },
  coaching_goal: {
    table: 'coaching_goal',
    key: 'uid',
    columns: ['id', 'person_id', 'session_id', 'review_id', 'text', 'metric', 'set_at', 'due_on', 'state', 'closed_at'],
    refs: { person_id: 'person', session_id: 'coaching_session', review_id: 'review' },
  },
  coaching_action: {
    table: 'coaching_action',
    key: 'uid',
    columns: ['id', 'person_id', 'session_id', 'text', 'owner_id', 'due_on', 'done_at'],
    refs: { person_id: 'person', session_id: 'coaching_session', owner_id: 'person' },
  },
  praise: {
    table: 'praise',
    key: 'uid',
    columns: ['id', 'person_id', 'at', 'by', 'text', 'ticket_id'],
    refs: { person_id: 'person', ticket_id: 'ticket' },
  },
} as const satisfies Record<string, Entity>;
