import { toInstant } from '../../domain/calendar/instant.ts';
import type { InstantIn } from '../../contract/common.ts';
import type { SimulateRead } from '../store/simulate.ts';
import type { Core } from './core.ts';
import { validRule } from './rule-save.ts';
import { ticketState } from './ticket-write.ts';

type Asked = {
  readonly rules?: readonly Readonly<Record<string, unknown>>[] | undefined;
  readonly days: number;
  readonly from?: InstantIn | undefined;
  readonly ticketId?: string | undefined;
  readonly limit: number;
};

const dayMs = 86_400_000;

/** Validates drafts as on saving, then plays them on a thread that can only read. SPEC AUT-24. */
export async function simulateRules(core: Core, asked: Asked): Promise<SimulateRead> {
  const rules = asked.rules?.map((rule, index) => validRule(core, rule, `rules.${index}`)) ?? core.rules.list();
  if (asked.ticketId !== undefined) ticketState(core, asked.ticketId);
  const to = core.ports.now();
  const { name: deskName, timeZone } = core.facts.settings();
  const { me, people } = core.facts.context();
  const query = {
    rules: rules.filter(({ kind, active }) => kind !== 'macro' && active),
    // One ticket is played from its beginning.
    from: asked.from !== undefined ? toInstant(asked.from) : asked.ticketId !== undefined ? 0 : to - asked.days * dayMs,
    to,
    ticketId: asked.ticketId,
    limit: asked.limit,
    deskName,
    timeZone,
    me: people.find(({ id }) => id === me) ?? null,
  };
  return core.pool.run<'simulate'>({ kind: 'simulate', query });
}
