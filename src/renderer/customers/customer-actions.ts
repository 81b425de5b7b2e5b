import type { CustomerSet } from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import { client, orpc, queryClient } from '../client/client.ts';
import { u } from '../strings/en-customers.ts';
import { chooseCustomer, findText } from './customers-store.ts';

/** Changes a customer, with a toast that can take it back. */
export async function saveCustomer(id: string, set: CustomerSet): Promise<boolean> {
  const done = await command(client.customers.save({ id, set }));
  if (done === null) void queryClient.invalidateQueries({ queryKey: orpc.customers.get.key({ input: { id } }) });
  return done !== null;
}

/** Makes an organisation of this name and puts the customer there. */
export async function joinNew(id: string, name: string): Promise<void> {
  const made = await command(client.customers.organisationSave({ name }));
  if (made !== null) await saveCustomer(id, { organisationId: made.id });
}

/** A customer without anything but a name, which is then written over. */
export async function addCustomer(): Promise<void> {
  const made = await command(client.customers.save({ set: { name: u.addName } }));
  if (made === null) return;
  findText('');
  chooseCustomer(made.id);
  wanted = made.id;
}

let wanted: string | null = null;

/** Whether this customer was just made: then its name is what one writes first. */
export function takeWanted(id: string): boolean {
  const mine = wanted === id;
  if (mine) wanted = null;
  return mine;
}
