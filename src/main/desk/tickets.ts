import type { Ticket } from '../../contract/index.ts';
import { Fault } from '../../domain/fault.ts';
import { parseQuery } from '../../domain/tickets/search/parse.ts';
import { suggest } from '../../domain/tickets/search/suggest.ts';
import { whereOf } from '../store/condition-sql.ts';
import { readEvents, readTicket } from '../store/ticket-read.ts';
import { countsOf, readBoard } from './board-reads.ts';
import { callbacks } from './callback-commands.ts';
import { explainClocks } from './clocks.ts';
import type { Core } from './core.ts';
import { dispatches } from './dispatch.ts';
import { relations } from './relations.ts';
import { intake } from './intake.ts';
import { os, together } from './router-base.ts';
import { createTicket, note, receive, reply, updateTickets } from './ticket-commands.ts';
import { ticketState } from './ticket-write.ts';
import { views } from './views.ts';

const shownEvents = 500;
function getTicket(core: Core, by: { readonly id: string } | { readonly number: number }): Ticket {
  const head = readTicket(core.db, by);
  if (head === undefined)
    throw new Fault(
      'NOT_FOUND',
      'number' in by ? `There is no ticket #${by.number} on this desk.` : 'That ticket is not on this desk any more.',
    );
  return { ...head, clocks: explainClocks(core, head.number), ...readEvents(core.db, head.number, 0, shownEvents) };
}

export function tickets(core: Core) {
  const own = {
    window: os.tickets.window.handler(async ({ input }) => ({
      rows: await readBoard(core, input.filter, input.sort, input.offset, input.limit),
    })),
    counts: os.tickets.counts.handler(({ input }) => countsOf(core, input.filter, input.groupBy)),
    get: os.tickets.get.handler(({ input }) => getTicket(core, input)),
    events: os.tickets.events.handler(({ input }) =>
      readEvents(core.db, ticketState(core, input.id).id, input.skipNewest, input.limit),
    ),
    create: os.tickets.create.handler(({ input }) => createTicket(core, input)),
    reply: os.tickets.reply.handler(({ input }) => reply(core, input)),
    note: os.tickets.note.handler(({ input }) => note(core, input)),
    receive: os.tickets.receive.handler(({ input }) => receive(core, input)),
    update: os.tickets.update.handler(({ input }) => updateTickets(core, input)),
    search: os.tickets.search.handler(async ({ input }) => {
      const { filter, match, terms, problems } = parseQuery(input.query, core.facts.context());
      const where = whereOf({ conditions: filter, match }, undefined);
      const hits = await core.pool.run<'search'>({
        kind: 'search',
        query: { where, match, terms, limit: input.limit },
      });
      return { hits, problems: [...problems] };
    }),
    suggest: os.tickets.suggest.handler(({ input }) => ({
      suggestions: suggest(input.query, input.caret, core.facts.context()),
    })),
  };
  const shown = together(together(own, views(core)), intake(core));
  return together(together(shown, relations(core)), together(dispatches(core), callbacks(core)));
}
