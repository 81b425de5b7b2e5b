import type { Escalation } from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import { sayError } from '../app/errors.ts';
import { saveFile } from '../app/save-file.ts';
import { whileSaving } from '../app/saving.ts';
import { say } from '../app/toasts.tsx';
import { client } from '../client/client.ts';
import { oneTicket } from '../relations/actions.ts';
import { e } from '../strings/en-escalation.ts';
import { useBoard } from '../tickets/board-store.ts';
import { askEscalation, useEscalations } from './escalation-store.ts';

export const takeEscalation = ({ id }: Escalation): void => void command(client.escalation.accept({ id }));

/** Asks about the ticket at hand: the open one, else the one under the cursor. */
export function askAboutTicket(kind: 'escalate' | 'walk'): void {
  const ticketId = oneTicket();
  if (ticketId !== null) askEscalation({ kind, ticketId });
}

/** The ticked tickets, else the one at hand, else none. */
function chosenTickets(): readonly string[] {
  const { picked } = useBoard.getState();
  if (picked.kind === 'some' && picked.ids.size > 0) return [...picked.ids];
  const one = oneTicket();
  return one === null ? [] : [one];
}

export const declareIncident = (): void => askEscalation({ kind: 'declare', linkedIds: chosenTickets() });

/** Links what is ticked or at hand to the incident that runs; where several do, to the latest. */
export async function linkToRunning(): Promise<void> {
  const ticketIds = [...chosenTickets()];
  if (ticketIds.length === 0) return;
  try {
    const { incidents } = await client.escalation.incidents({ running: true, limit: 20 });
    const [incident] = [...incidents.filter(({ drill }) => !drill), ...incidents];
    if (incident === undefined) say({ title: e.incident.noRunning, body: e.incident.noRunningHow });
    else await command(client.escalation.link({ id: incident.id, ticketIds }));
  } catch (error) {
    sayError(error);
  }
}

/** The log as it is filtered on screen, as a file. */
export async function saveLog(): Promise<void> {
  const { logText, drills } = useEscalations.getState();
  try {
    const { fileName, text, entries } = await whileSaving(client.escalation.logCsv({ text: logText.trim(), drills }));
    saveFile(fileName, text, 'text/csv;charset=utf-8');
    say({ title: e.log.saved(fileName, entries) });
  } catch (error) {
    sayError(error);
  }
}
