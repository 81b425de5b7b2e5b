import { call } from '@orpc/server';
import { sampleFile, withDesk } from './desks.ts';
import type { Row } from './stats.ts';

const rules = [
  {
    kind: 'trigger' as const,
    name: 'Refunds are urgent',
    on: ['created', 'customerMessage'],
    conditions: { all: [{ field: 'subject', op: 'contains', values: ['refund', 'late', 'order'] }], any: [] },
    actions: [{ type: 'addTags', tags: ['watch'] }],
  },
  {
    kind: 'trigger' as const,
    name: 'Watched ones rise',
    on: ['updated'],
    conditions: { all: [{ field: 'tag', values: ['watch'] }], any: [] },
    actions: [{ type: 'priority', to: 'p2' }],
  },
  {
    kind: 'timed' as const,
    name: 'Still open',
    conditions: { all: [{ field: 'hoursSinceStatus', op: 'atLeast', values: [24] }], any: [] },
    actions: [{ type: 'note', body: 'Open for a day' }],
  },
];

/** Three rules played over a whole desk; the floor is the same with a rule that nothing sets off. */
export async function simulator(size: number): Promise<Row[]> {
  const file = await sampleFile(size);
  return withDesk(file, async (desk) => {
    const context = { context: desk.session({ trusted: true }) };
    const timed = async (given: readonly { readonly kind: 'trigger' | 'timed' }[]): Promise<number> => {
      const start = performance.now();
      await call(desk.router.automation.simulate, { rules: [...given], from: 0 }, context);
      return (performance.now() - start) / 1000;
    };
    const idle = [
      { ...rules[0], kind: 'trigger' as const, conditions: { all: [{ field: 'subject', values: ['—'] }], any: [] } },
    ];
    await timed(idle);
    return [
      {
        name: `simulator over ${size} tickets`,
        ours: await timed(rules),
        floor: await timed(idle),
        unit: 's',
        better: 'less',
        note: 'floor: one rule that never fires',
      },
    ];
  });
}
