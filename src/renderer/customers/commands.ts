import type { Ticket } from '../../contract/index.ts';
import type { Command } from '../app/command-type.ts';
import { useWindow } from '../app/window-store.ts';
import { orpc, queryClient } from '../client/client.ts';
import { u } from '../strings/en-customers.ts';
import { openCustomer } from './customers-store.ts';
import { addCustomer } from './customer-actions.ts';

const onCustomers = (): boolean => useWindow.getState().screen === 'customers';

/** The ticket that is open beside the board, as it was read. */
function openedTicket(): Ticket | undefined {
  const { ticketId, screen } = useWindow.getState();
  if (ticketId === null || screen !== 'queues') return undefined;
  return queryClient.getQueryData(orpc.tickets.get.queryKey({ input: { id: ticketId } }));
}

/** Puts the caret into the field that finds customers. */
export const focusFind = (): void => document.querySelector<HTMLElement>('[data-find-customer]')?.focus();

export const customerCommands: readonly Command[] = [
  {
    id: 'customers.find',
    title: u.goFind,
    group: 'screen',
    keys: ['f'],
    scope: 'customers',
    when: onCustomers,
    run: focusFind,
  },
  {
    id: 'customers.new',
    title: u.add,
    group: 'screen',
    keys: ['n'],
    scope: 'customers',
    when: onCustomers,
    run: () => void addCustomer(),
  },
  {
    id: 'ticket.customer',
    title: u.goTicket,
    group: 'ticket',
    keys: ['shift+u'],
    when: () => openedTicket() !== undefined,
    run: () => {
      const ticket = openedTicket();
      if (ticket !== undefined) openCustomer(ticket.requesterId);
    },
  },
];
