import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Alert, Filter, Sort, Ticket, TicketRow, View } from '../../../src/contract/index.ts';
import type { Desk } from './console.ts';

/** What the command line answers, for the procedures that the specs ask. */
type Answers = {
  'desk.info': { tickets: number; name: string; timeZone: string; me: string | null; started: boolean };
  'desk.settings': object;
  'desk.summary': { breached: number; atRisk: number; open: number };
  'exchange.exportCsv': { csv: string };
  'people.create': { id: string };
  'people.list': { people: { id: string; name: string }[] };
  'sla.alerts': { alerts: Alert[] };
  'tickets.counts': { total: number; groups: { key: string | null; count: number }[] };
  'tickets.create': { id: string };
  'tickets.get': Ticket;
  'tickets.views': { views: (View & { count: number })[] };
  'tickets.window': { rows: TicketRow[] };
};

/** One call on the command line, on a desk that is not served. */
export const call = <P extends keyof Answers>(desk: Desk, procedure: P, input: object = {}): Answers[P] =>
  JSON.parse(desk.cli('call', procedure, JSON.stringify(input))) as Answers[P];

export const rowsOf = (
  desk: Desk,
  query: { readonly filter: Filter; readonly sort: Sort; readonly offset?: number; readonly limit?: number },
): readonly TicketRow[] => call(desk, 'tickets.window', query).rows;

export const ticketOf = (desk: Desk, number: number): Ticket => call(desk, 'tickets.get', { number });

/** A desk of made-up work: the same seed makes the same tickets, their times counted back from now. */
export function makeSample(desk: Desk, tickets: number): void {
  desk.cli('sample', '--tickets', String(tickets), '--seed', '11', '--out', desk.file);
}

export type Imported = {
  readonly subject: string;
  readonly createdAt: number;
  readonly priority?: TicketRow['priority'];
  readonly status?: TicketRow['status'];
  readonly requester?: string;
  readonly body?: string;
  readonly tags?: string;
};

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Brings tickets in from a CSV file, as from another help desk; they are numbered from 1 in the order given. */
export function importTickets(desk: Desk, tickets: readonly Imported[]): void {
  const file = join(desk.home, 'import.csv');
  const lines = tickets.map(({ subject, createdAt, priority = 'p3', status = 'open', ...rest }, index) =>
    [
      String(index + 1),
      subject,
      rest.requester ?? 'Ann Client',
      status,
      priority,
      rest.tags ?? '',
      rest.body ?? `${subject}. Please help.`,
      new Date(createdAt).toISOString(),
    ].map(quoted),
  );
  writeFileSync(file, ['id,subject,requester,status,priority,tags,description,created at', ...lines].join('\n'));
  const job = JSON.parse(desk.cli('import', file, '--as', 'generic')) as { counts: { create: number } };
  expect(job.counts.create).toBe(tickets.length);
  call(desk, 'desk.settings', { started: true, timeZone: 'UTC' });
}

/**
 * An instant, in whole seconds, that is still ahead when so many steps have been made, each about as long as a call on
 * the command line takes on this machine now.
 */
export function dueAfter(desk: Desk, steps: number): number {
  const began = Date.now();
  // As long as any call, and there is a desk then: one that only reads makes none.
  call(desk, 'desk.settings', {});
  const stepMs = Date.now() - began;
  return Math.ceil((Date.now() + 5_000 + steps * stepMs) / 1000) * 1000;
}

/** Keeps what the window says for as long as the page is open: a message may go before a busy machine looks at it. */
function keepMessages(): void {
  const kept = new Set<string>();
  const look = (): void => {
    const messages = document.querySelector('[aria-label="Messages"]')?.querySelectorAll('*') ?? [];
    for (const { textContent } of messages) kept.add(textContent);
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  Object.assign(window, { keptMessages: () => [...kept] });
}

/** A message was said since the page was opened, whether it is still there or not. */
export async function expectSaid(page: Page, words: RegExp): Promise<void> {
  const said = (): Promise<readonly string[]> => page.evaluate('keptMessages()');
  await expect.poll(said, { message: `a message like ${String(words)}` }).toContainEqual(expect.stringMatching(words));
}

/** Serves the desk and opens it; the side bar is there when it is ready. */
export async function open(page: Page, desk: Desk): Promise<void> {
  await page.addInitScript(keepMessages);
  await page.goto(await desk.serve());
  await expect(page.getByRole('list', { name: 'Views' })).toBeVisible();
}

/** The entry of a view in the side bar: its name and how many tickets it has. */
export const viewEntry = (page: Page, name: string): Locator =>
  page.getByRole('list', { name: 'Views' }).getByRole('button', { name: new RegExp(`^${name}`) });

export async function openView(page: Page, name: string): Promise<void> {
  await viewEntry(page, name).click();
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
  await expect(viewEntry(page, name)).toHaveAttribute('aria-current', 'page');
}

export const grid = (page: Page): Locator => page.getByRole('grid');

/** The rows with a ticket, without the header and the heads of groups. */
export const ticketRows = (page: Page): Locator => grid(page).getByRole('row').filter({ hasText: /#\d/ });

export const panel = (page: Page, number: number): Locator =>
  page.getByRole('complementary', { name: `Ticket #${number}`, exact: true });

export const statusBar = (page: Page): Locator => page.getByRole('contentinfo', { name: 'Desk status' });

/** Ticket numbers of the rows in the DOM, top to bottom. */
export async function shownNumbers(page: Page): Promise<readonly number[]> {
  const rows = await ticketRows(page).evaluateAll((elements) =>
    elements
      .map((row) => ({ at: Number(row.getAttribute('aria-rowindex')), text: row.textContent }))
      .sort((a, b) => a.at - b.at)
      .map(({ text }) => Number(/#(\d+)/.exec(text)?.[1])),
  );
  return rows;
}

/** Words of a toast, an alert or another message at the lower right. */
export const message = (page: Page, text: string | RegExp): Locator =>
  page.getByRole('region', { name: 'Messages' }).getByText(text);
