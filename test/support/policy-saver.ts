import { createRouterClient } from '@orpc/server';
import type { PolicyIn } from '../../src/contract/index.ts';
import { nodePorts } from '../../src/main/desk/node-ports.ts';
import { openDesk } from '../../src/main/desk/open-desk.ts';

/**
 * A process that saves policies without end until it is killed, and says each version it was given as a line of JSON:
 * `node policy-saver.ts FILE TICKETS_IN_ONE_COMMIT`. The tag a policy asks for and the minutes it promises move with
 * every save, so that tickets and clocks have to follow each.
 */
const [file = '', most = '20000'] = process.argv.slice(2);
const desk = await openDesk(file, { ...nodePorts(), mostInOneCommit: Number(most) });
const client = createRouterClient(desk.router, { context: desk.session({ trusted: true }) });

const promise = (minutes: number): PolicyIn['targets'] => {
  const target = { minutes, time: 'calendar' as const };
  return { firstResponse: { p1: target, p2: target, p3: target, p4: target } };
};

for (;;) {
  const { policies } = await client.sla.policies();
  const gold = policies.find(({ name }) => name === 'Gold');
  const version = (gold?.version ?? 0) + 1;
  const policy: PolicyIn = {
    ...(gold === undefined ? {} : { id: gold.id }),
    name: 'Gold',
    calendar: 'business',
    targets: promise(1000 + version),
    match: { all: [{ field: 'tag', op: 'is', values: [version % 2 === 0 ? 'even' : 'odd'] }] },
  };
  const saved = await client.sla.policySave({ policy, effective: version % 3 === 0 ? 'always' : 'now' });
  process.stdout.write(`${JSON.stringify({ version: saved.version })}\n`);
}
