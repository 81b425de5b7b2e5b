import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Priority } from '../../src/contract/index.ts';
import { policySchema } from '../../src/contract/sla.ts';
import { prepareSla } from '../../src/domain/sla/prepare.ts';
import { replayClocks } from '../../src/domain/sla/replay.ts';
import type { TicketDraft } from '../../src/domain/tickets/draft.ts';
import { hasShared, readIn, shared } from '../desk/import/support.ts';

const file = 'servicenow-incidents/incident-event-log.zip';
const unless = hasShared(file) ? '' : ' (not run: the data folder is not beside this checkout)';

/**
 * Fitted to `made_sla` by trying zones, hours and targets, and taking those with the fewest disagreements: weekdays 08:00
 * to 17:00 six hours behind the log's own time, 62 hours for moderate, 134 for low, 4 for critical; of high ones all but
 * one were late, whatever they took. docs/conformance.md tells how.
 */
const office = [['08:00', '17:00']];
const rules = prepareSla({
  policy: policySchema.parse({
    calendar: 'office',
    targets: {
      resolution: {
        p1: { minutes: 4 * 60, time: 'business' },
        p2: { minutes: 1, time: 'business' },
        p3: { minutes: 62 * 60, time: 'business' },
        p4: { minutes: 134 * 60, time: 'business' },
      },
    },
  }),
  calendars: {
    // The sign of these zones is turned round: six hours behind UTC.
    office: {
      timeZone: 'Etc/GMT+6',
      hours: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, office])),
    },
  },
});

/** `made_sla` is set when an incident is closed, not when it is resolved: until then it counts as open. */
const untilClosed = ({ events }: TicketDraft) =>
  events.flatMap((event) => {
    if (event.type === 'created') return [{ ...event, to: event.to === 'closed' ? 'closed' : 'open' }];
    return event.type !== 'status' || event.to === 'closed' ? [event] : [];
  });

type Verdict = {
  readonly number: string;
  readonly priority: Priority;
  readonly said: boolean;
  readonly found: boolean;
};

function verdictOf(draft: TicketDraft): Verdict {
  const clock = replayClocks(rules, untilClosed(draft), draft.updatedAt).resolution;
  return {
    number: draft.externalId,
    priority: draft.priority,
    said: draft.fields['made_sla'] === 'true',
    found: clock.state === 'met',
  };
}

/** The disagreements as the docs list them: `| INC0003451 | made | …`. */
const listed = (): string[] =>
  [
    ...readFileSync(join(import.meta.dirname, '../../docs/conformance.md'), 'utf8').matchAll(
      /^\| (INC\d+) +\| (\w+) /gm,
    ),
  ].map(([, number, said]) => `${number ?? ''} ${said ?? ''}`);

describe.runIf(hasShared(file))(`made_sla of 20,769 ServiceNow incidents${unless}`, () => {
  it('is what a policy fitted to it says, but for those listed in docs/conformance.md', async () => {
    const { drafts } = await readIn(shared(file), { timeZone: 'UTC' });
    const verdicts = drafts.map(verdictOf);
    const apart = verdicts.filter(({ said, found }) => said !== found);
    const counts = Object.fromEntries(
      (['p1', 'p2', 'p3', 'p4'] as const).map((priority) => {
        const own = (list: readonly Verdict[]) => list.filter((verdict) => verdict.priority === priority);
        return [priority, [own(verdicts).length, own(apart).length]];
      }),
    );
    expect(counts).toEqual({ p1: [220, 2], p2: [337, 0], p3: [19_554, 11], p4: [658, 0] });
    expect(apart.map(({ number, said }) => `${number} ${said ? 'made' : 'missed'}`)).toEqual(listed());
  });
});
