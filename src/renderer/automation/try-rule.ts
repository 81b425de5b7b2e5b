import { codeOf, messageOf } from '../app/errors.ts';
import { client } from '../client/client.ts';
import { r } from '../strings/en-rules.ts';
import { errorsOf } from './rule-draft.ts';
import { knownRules, shownDraft } from './rules-actions.ts';
import { dropTrial, setErrors, setRules, setTrial, useRules, type Trial } from './rules-store.ts';
import { chosenRules, simulated, ticketNumber } from './simulate.ts';

export const triedDays = 7;
const mostRuns = 200;

const failed = (error: unknown): Trial => ({ state: 'failed', message: messageOf(error) });

/** What the rule in the editor would have done on the last days, as it stands there. Changes nothing. */
export async function tryRule(id: string): Promise<void> {
  const draft = shownDraft(id);
  if (draft === null) return;
  const errors = errorsOf({ ...draft, name: draft.name.trim() === '' ? r.aNew[draft.kind] : draft.name });
  if (Object.keys(errors).length > 0) {
    dropTrial(id);
    setErrors(id, errors);
    return;
  }
  setTrial(id, { state: 'running' });
  const name = draft.name.trim() === '' ? r.aNew[draft.kind] : draft.name;
  try {
    const input = { rules: [simulated({ ...draft, name })], days: triedDays, limit: mostRuns };
    const result = await client.automation.simulate(input);
    // Changed meanwhile: the answer is about what it was before.
    if (useRules.getState().trials[id] !== undefined) setTrial(id, { state: 'done', result });
  } catch (error) {
    setTrial(id, failed(error));
  }
}

/** The id of a ticket by its number; null where there is none, which is said. */
async function ticketId(number: number): Promise<string | null> {
  try {
    return (await client.tickets.get({ number })).id;
  } catch (error) {
    if (codeOf(error) !== 'NOT_FOUND') throw error;
    return null;
  }
}

const refuse = (message: string): void => setRules({ sim: { state: 'failed', message } });

/** What the chosen rules would have done, over some days or on one ticket. Changes nothing. */
export async function simulate(): Promise<void> {
  const { simInput, drafts } = useRules.getState();
  const chosen = chosenRules(knownRules(), drafts, simInput.ids);
  if (simInput.rules === 'chosen' && chosen.length === 0) {
    refuse(r.sim.needRules);
    return;
  }
  const number = ticketNumber(simInput.ticket);
  if (simInput.one && number === null) {
    refuse(r.sim.needTicket);
    return;
  }
  setRules({ sim: { state: 'running' } });
  try {
    const id = simInput.one && number !== null ? await ticketId(number) : null;
    if (simInput.one && id === null) {
      refuse(r.log.noTicket(number ?? 0));
      return;
    }
    const result = await client.automation.simulate({
      limit: mostRuns,
      ...(simInput.rules === 'chosen' && { rules: chosen.map(simulated) }),
      ...(id === null ? { days: simInput.days } : { ticketId: id, days: 365 }),
    });
    setRules({ sim: { state: 'done', result } });
  } catch (error) {
    setRules({ sim: failed(error) });
  }
}
