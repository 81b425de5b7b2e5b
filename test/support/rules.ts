import type { Client } from './test-desk.ts';

type Saved = Awaited<ReturnType<Client['automation']['save']>>['rule'];

/** A rule saved on the desk; what is not given is the plainest that is accepted. */
export async function newRule(
  client: Client,
  given: Readonly<Record<string, unknown>> & { readonly kind: 'macro' | 'trigger' | 'timed' },
): Promise<Saved> {
  const { rule } = await client.automation.save({
    rule: {
      name: 'Rule',
      ...(given.kind === 'trigger' && { on: ['created'] }),
      actions: [{ type: 'addTags', tags: ['seen'] }],
      ...given,
    },
  });
  return rule;
}

/** `all` of these conditions. */
export const when = (...all: readonly object[]) => ({ all, any: [] });
