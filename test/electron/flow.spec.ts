import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { clickNotification, root, shown, test } from './support/launch.ts';

const minute = 60_000;

// They wait for clocks, and longer where the machine is slow.
test.setTimeout(180_000);

test('a day at the desk: imported work, a breach told on time, a reply, and all of it there the next morning', async ({
  bench,
}) => {
  const desk = join(bench.home, 'support.desk');
  // A P1 ticket is answered within 60 minutes, around the clock: this one is late soon after the window stands.
  const lateAt = lateAfter(desk, 10);
  importTickets(bench.home, desk, [
    { id: 501, subject: 'All lines are down', priority: 'urgent', createdAt: lateAt - 60 * minute },
    { id: 502, subject: 'Wrong name on the invoice', priority: 'normal', createdAt: lateAt - 2 * minute },
  ]);

  const { app, page } = await bench.open({ desk });
  await openView(page, 'All open');
  await expect(page.getByText('Wrong name on the invoice')).toBeVisible();
  await expect(page.getByText('All lines are down').first()).toBeVisible();

  await expect
    .poll(async () => (await shown(app)).map(({ title }) => title), { timeout: lateAt - Date.now() + 15_000 })
    .toEqual(['#1 first response is late']);
  expect((await shown(app))[0]?.body).toBe('All lines are down');
  await expect(page).toHaveTitle(/^\(1\)/);
  await clickNotification(app, 0);
  const panel = page.getByRole('complementary', { name: 'Ticket #1' });
  await expect(panel).toBeVisible();
  const reply = panel.getByRole('textbox', { name: 'Reply to Ann' });
  await reply.fill('We are on it and will call you within the hour.');
  await reply.press('Control+Enter');
  await expect(panel.getByText('We are on it and will call you within the hour.').first()).toBeVisible();
  await expect(reply).toHaveValue('');
  await app.close();

  const { alerts } = call(desk, 'sla.alerts', {}) as { alerts: { kind: string; firedAt: number; dueAt: number }[] };
  const breach = alerts.find((alert) => alert.kind === 'breached');
  expect(breach?.dueAt).toBe(lateAt);
  expect((breach?.firedAt ?? 0) - lateAt).toBeLessThan(1000);

  const next = await bench.open();
  await openView(next.page, 'All open');
  await next.page.getByText('All lines are down').first().click();
  await expect(next.page.getByText('We are on it and will call you within the hour.').first()).toBeVisible();
  expect(await shown(next.app)).toEqual([]);
});

test('what came due while the desk was closed is told at the start, as one', async ({ bench }) => {
  const desk = join(bench.home, 'support.desk');
  const lateAt = lateAfter(desk, 3);
  const tickets = Array.from({ length: 5 }, (_, index) => ({
    id: 600 + index,
    subject: `Missed ${index}`,
    priority: 'urgent',
    createdAt: lateAt - 60 * minute,
  }));
  importTickets(bench.home, desk, tickets);
  await expect.poll(() => Date.now(), { timeout: lateAt - Date.now() + 10_000 }).toBeGreaterThan(lateAt);
  const { app, page } = await bench.open({ desk });
  await expect.poll(() => shown(app), { timeout: 20_000 }).toHaveLength(1);
  expect(await shown(app)).toEqual([{ title: '5 clocks need attention', body: '5 late. Open Foredesk to see which.' }]);
  await expect(page).toHaveTitle(/^\(5\)/);
});

/**
 * An instant, in whole seconds, that is still ahead when so many steps have been made, each about as long as a call on
 * the command line takes on this machine now.
 */
function lateAfter(desk: string, steps: number): number {
  const began = Date.now();
  // As long as any call, and there is a desk then: one that only reads makes none.
  call(desk, 'desk.settings', {});
  const stepMs = Date.now() - began;
  return Math.ceil((Date.now() + 5_000 + steps * stepMs) / 1000) * 1000;
}

type Ticket = { id: number; subject: string; priority: string; createdAt: number };

/** As a coordinator would from a terminal, from an export of Zendesk. */
function importTickets(home: string, desk: string, tickets: readonly Ticket[]): void {
  const file = join(home, 'export.json');
  const text = JSON.stringify({
    tickets: tickets.map(({ id, subject, priority, createdAt }) => ({
      id,
      subject,
      priority,
      description: `${subject}. Please help.`,
      status: 'open',
      requester_id: 5,
      created_at: new Date(createdAt).toISOString(),
      updated_at: new Date(createdAt).toISOString(),
      via: { channel: 'web' },
    })),
    users: [{ id: 5, name: 'Ann Client', email: 'ann@example.com', role: 'end-user' }],
  });
  writeFileSync(file, text);
  expect(cli(desk, 'import', file)).toMatchObject({ state: 'done', counts: { create: tickets.length, reject: 0 } });
  call(desk, 'desk.settings', { started: true });
}

const call = (desk: string, procedure: string, input: object): unknown =>
  cli(desk, 'call', procedure, JSON.stringify(input));

/** The command line runs on Node, and so on better-sqlite3 as it comes. */
function cli(desk: string, ...args: readonly string[]): unknown {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/main/cli/index.ts', '--desk', desk, ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(status, stdout + stderr).toBe(0);
  return JSON.parse(stdout);
}

async function openView(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByText(name, { exact: true }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
}
