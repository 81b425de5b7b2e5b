import { describe, expect, it } from 'vitest';
import { policySchema } from '../../src/contract/sla.ts';
import type { Policy } from '../../src/contract/sla.ts';
import { createDateReader } from '../../src/domain/exchange/date-reader.ts';
import { prepareSla } from '../../src/domain/sla/prepare.ts';
import type { PreparedSla } from '../../src/domain/sla/prepare.ts';
import { replayClocks } from '../../src/domain/sla/replay.ts';
import type { TicketDraft } from '../../src/domain/tickets/draft.ts';
import { hasShared, readIn, shared } from '../desk/import/support.ts';

const file = 'boston-311/cases-2015-h1.csv.gz';
const unless = hasShared(file) ? '' : ' (not run: the data folder is not beside this checkout)';

/** What counted as still open when the city wrote the file. */
const written = Date.parse('2016-01-12T22:22:40-05:00');
const localTime = createDateReader('mdy', 'America/New_York');

const around = { timeZone: 'America/New_York', hours: {}, alwaysOpen: true };
const policyFor = (minutes: number | null): Policy =>
  policySchema.parse({
    calendar: 'around',
    targets: minutes === null ? {} : { resolution: { p3: { minutes, time: 'calendar' } } },
  });
const rulesFor = (minutes: number | null): PreparedSla =>
  prepareSla({ policy: policyFor(minutes), calendars: { around } });

/** A promise is longer than nothing; seven cases were promised for the second they were opened in. */
const shortest = 1 / 60_000;

const targetOf = ({ fields, createdAt }: TicketDraft): number | null => {
  const text = fields['TARGET_DT'];
  const at = text === undefined ? null : localTime(text).at;
  return at === null ? null : Math.max((at - createdAt) / 60_000, shortest);
};

/** How a case stands by its resolution clock, in the city's words. */
const stateOf = (draft: TicketDraft, minutes: number | null): string => {
  const clock = replayClocks(rulesFor(minutes), draft.events, written).resolution;
  if (minutes === null) return clock.state;
  return clock.state === 'breached' ? 'OVERDUE' : 'ONTIME';
};

describe.runIf(hasShared(file))(`resolution clocks of 58,119 Boston cases${unless}`, () => {
  it('are late exactly where the city says overdue', async () => {
    const { drafts } = await readIn(shared(file));
    const counts = new Map<string, number>();
    for (const draft of drafts) {
      const minutes = targetOf(draft);
      const found = `${draft.fields['OnTime_Status'] ?? 'says nothing'}, clock ${stateOf(draft, minutes)}`;
      counts.set(found, (counts.get(found) ?? 0) + 1);
    }
    expect(Object.fromEntries(counts)).toEqual({
      'ONTIME, clock ONTIME': 27_866,
      'ONTIME, clock idle': 14_527,
      'OVERDUE, clock OVERDUE': 15_624,
      'says nothing, clock OVERDUE': 102,
    });
  });
});
