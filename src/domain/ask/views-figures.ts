import { id, minutes, number, text, type ViewDoc } from './view-columns.ts';

const clock = <Name extends string>(name: Name, what: string) =>
  [
    number(`${name}_n` as const, `How many were met: ${what}.`),
    minutes(`${name}_minutes` as const, 'What they took by their clock, added up: divide the sum by the sum of n.'),
    number(`${name}_target` as const, 'How many had a target and were met or ran over it.'),
    number(`${name}_met` as const, 'How many of these were in time.'),
  ] as const;

/** Figures of SPEC KPI-1 as they are added up by day: counts that can be added, and divided once they are. */
export const figureViews = [
  {
    name: 'daily_figures',
    about:
      'Figures of tickets, added up by day and by one dimension at a time: take rows of one dimension alone. Drills and merged tickets do not count.',
    columns: [
      text('day', 'The day by the desk, YYYY-MM-DD.'),
      text('dimension', 'all, queue, channel, priority, agent, category or hour.'),
      text('name', 'Which queue, channel, priority, agent, category or hour (00 to 23); nothing for all and for none.'),
      id('person_id', 'Joins people.id, where the dimension is agent.'),
      number('created', 'How many came in.'),
      ...clock('first', 'first responses, on the day the ticket came in'),
      ...clock('next', 'further responses, on the day the ticket came in'),
      number('solved', 'How many were solved; all that follows is of these.'),
      ...clock('resolution', 'tickets solved'),
      number('sla_target', 'How many had a target at all.'),
      number('sla_met', 'How many of these ran over none.'),
      number('rated', 'How many were rated by the customer.'),
      number('good', 'How many of these were good.'),
      number('escalated', 'How many were escalated.'),
      number('reopened', 'How many were reopened.'),
      number('handled', 'Of how many it is known how long somebody was at work on them.'),
      minutes('handle_minutes', 'How long that was, added up.'),
      number('one_contact', 'How many took one answer, neither escalated nor reopened.'),
    ],
  },
] as const satisfies readonly ViewDoc[];
