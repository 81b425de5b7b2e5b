import { command } from '../app/actions.ts';
import { client, orpc } from '../client/client.ts';
import type { Asked } from './requests.ts';

const most = 500;
export const timeOffOptions = orpc.roster.timeOffList.queryOptions({ input: { limit: most } });
export const requestOptions = orpc.roster.requestList.queryOptions({ input: { limit: most } });

export type Decision = 'approved' | 'declined' | 'withdrawn';
export type Answer = (decision: Decision, reason?: string) => Promise<void>;

/** Whether something can be decided so: what was asked for in any way; time off that was given can be withdrawn. */
export const mayDecide = ({ kind, row }: Asked, decision: Decision): boolean =>
  row.state === 'asked' || (decision === 'withdrawn' && kind === 'timeOff' && row.state === 'approved');

/** Decides, with a way back. False where it was refused. */
export async function decide({ kind, id }: Asked, state: Decision, reason = ''): Promise<boolean> {
  const input = { id, state, reason: reason.trim() };
  const work = kind === 'timeOff' ? client.roster.timeOffDecide(input) : client.roster.requestDecide(input);
  return (await command(work)) !== null;
}
