import { isContractProcedure } from '@orpc/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '../../src/contract/index.ts';
import { missingHandlers } from '../../src/main/desk/router.ts';
import { together } from '../../src/main/desk/router-base.ts';
import { testDesk, type TestDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();
let desk: TestDesk;
beforeAll(async () => {
  desk = await testDesk(folder);
});
afterAll(() => desk.close());

describe('contract and handlers (CTR-1)', () => {
  it('are the same set', () => {
    expect(missingHandlers(contract, desk.desk.router)).toEqual([]);
  });

  it('a missing, an unasked-for and a swapped handler are each found', () => {
    const { router } = desk.desk;
    const { note: _, ...withoutNote } = router.tickets;
    expect(missingHandlers(contract, { ...router, tickets: withoutNote })).toEqual(['tickets.note']);
    const { sla: __, ...withoutSla } = router;
    expect(missingHandlers(contract, withoutSla)).toEqual(Object.keys(contract.sla).map((name) => `sla.${name}`));
    expect(missingHandlers(contract, { ...router, extra: { ping: router.desk.info } })).toEqual([
      'extra.ping (not in the contract)',
    ]);
    const swapped = { ...router.tickets, note: router.tickets.receive };
    expect(missingHandlers(contract, { ...router, tickets: swapped })).toEqual([
      "tickets.note (handled by another's handler)",
    ]);
  });

  it('the same name from two files is refused', () => {
    expect(() => together({ a: 1 }, { b: 1, a: 2 })).toThrow('two handlers for “a”');
  });

  it('every procedure says what it is for, and no two say the same', () => {
    const summaries = Object.values(contract).flatMap((domain) =>
      Object.values(domain as Record<string, unknown>).map((node) =>
        isContractProcedure(node) ? node['~orpc'].route.summary : undefined,
      ),
    );
    expect(summaries).not.toContain(undefined);
    expect(new Set(summaries).size).toBe(summaries.length);
  });
});
