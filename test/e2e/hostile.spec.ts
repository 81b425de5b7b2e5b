import { expect, type Page } from '@playwright/test';
import { call, grid, importTickets, open, openView, panel, ticketOf, ticketRows } from './support/board.ts';
import { test } from './support/console.ts';

const longWord = 'W'.repeat(100_000);
const subjects = [
  '<img src=x onerror="window.hacked=1">',
  '<script>window.hacked=1</script> and {{7*7}} and ${7*7}',
  '=HYPERLINK("http://example.com","Click")',
  '@SUM(1+1)*cmd|"/C calc"!A0',
  'Invoice \u202Egnp.exe\u202C and \u2067שלום\u2069 world',
  'W'.repeat(900),
  '👩‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿🇺🇳 Z̸̡̢͖̱̳̺̗̦̾͑̐͜a̷l̵g̶o',
  'مرحبا، أين طلبي رقم 42؟',
] as const;

test.beforeEach(({ page }) => {
  page.on('dialog', (dialog) => {
    throw new Error(`A script ran: ${dialog.message()}`);
  });
});

/** Nothing sticks out of the page, whatever its size; the boxes inside scroll by themselves. */
async function expectNoSidewaysScroll(page: Page): Promise<void> {
  for (const size of [
    { width: 1440, height: 900 },
    { width: 1024, height: 700 },
    { width: 720, height: 450 },
  ]) {
    await page.setViewportSize(size);
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await expect.poll(wide, { message: `at ${size.width} px` }).toBeLessThanOrEqual(0);
    const panelWide = () =>
      page
        .getByRole('complementary')
        .evaluateAll((all) => Math.max(0, ...all.map((one) => one.scrollWidth - one.clientWidth)));
    await expect.poll(panelWide, { message: `panel at ${size.width} px` }).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

test('whatever a customer writes is shown as text: nothing runs, nothing breaks the page', async ({ page, desk }) => {
  const createdAt = Date.now() - 3_600_000;
  importTickets(
    desk,
    subjects.map((subject, index) => ({
      subject,
      createdAt,
      requester: index === 0 ? '<b>Bobby</b>' : 'Ann Client',
      tags: index === 0 ? '<i>tag</i>' : '',
      body: index === 5 ? `Start ${longWord} end` : `Body: ${subject}`,
    })),
  );
  const stored = subjects.map((_, index) => ticketOf(desk, index + 1).subject);
  expect(stored[0]).toBe(subjects[0]);
  await open(page, desk);
  await openView(page, 'All tickets');
  await expect(ticketRows(page)).toHaveCount(subjects.length);
  for (const [index, subject] of stored.entries()) {
    const row = ticketRows(page).filter({ hasText: `#${index + 1}` });
    const cell = row.getByTitle(subject, { exact: true });
    expect(await cell.evaluate((element) => element.firstChild?.textContent), `subject ${index}`).toBe(subject);
    // What runs from right to left stays in its own box.
    expect(await cell.evaluate((element) => getComputedStyle(element).unicodeBidi)).toMatch(/isolate|plaintext/);
    expect(await row.evaluate((element) => element.getBoundingClientRect().height)).toBeLessThan(40);
  }
  await expectNoSidewaysScroll(page);

  for (const [index, subject] of stored.entries()) {
    await ticketRows(page)
      .filter({ hasText: `#${index + 1}` })
      .click();
    const ticket = panel(page, index + 1);
    await expect(ticket.getByRole('heading', { level: 2 })).toHaveText(subject);
    await expect(ticket.getByRole('region', { name: 'Conversation' })).toContainText(index === 5 ? 'WWWW' : 'Body:');
    await expect(ticket.getByRole('textbox')).toBeVisible();
  }
  await ticketRows(page).filter({ hasText: '#6' }).click();
  await expect(panel(page, 6).getByRole('region', { name: 'Conversation' })).toContainText('WWWW');
  await expectNoSidewaysScroll(page);
  await ticketRows(page).filter({ hasText: '#1' }).click();
  await expect(panel(page, 1)).toContainText('<b>Bobby</b>');
  await expect(panel(page, 1)).toContainText('<i>tag</i>');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('hacked');
  const hits = page.getByRole('dialog').getByRole('option', { name: /#\d/ });
  await expect(hits.first()).toBeVisible();
  await expect(hits.first().locator('mark').first()).toHaveText(/hacked/i);
  await expect(page.locator('main img[src], [role="dialog"] img[src], body script:not([src])')).toHaveCount(0);
  expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
});

test('what is typed into the window is text too, and a reply of markup comes back as written', async ({
  page,
  desk,
}) => {
  importTickets(desk, [{ subject: 'Plain', createdAt: Date.now() - 60_000 }]);
  await open(page, desk);
  await openView(page, 'All tickets');
  await ticketRows(page).first().click();
  const reply = '<a href="javascript:window.hacked=1">here</a>\n\u202Eevil\n  two spaces';
  await panel(page, 1).getByRole('textbox').fill(reply);
  await page.keyboard.press('Control+Enter');
  const talk = panel(page, 1).getByRole('region', { name: 'Conversation' });
  await expect(talk).toContainText('<a href="javascript:window.hacked=1">here</a>');
  await expect(talk.getByRole('link')).toHaveCount(0);
  await expect(grid(page)).toBeVisible();
  await desk.stop();
  expect(
    ticketOf(desk, 1)
      .events.filter(({ type }) => type === 'agentReply')
      .at(-1)?.body,
  ).toBe(reply);
});

test('an exported table runs no formulas', ({ desk }) => {
  importTickets(
    desk,
    ['=1+1', '+1', '-1+2', '@x', '\t=1', '-5', 'fine'].map((subject) => ({ subject, createdAt: Date.now() - 60_000 })),
  );
  const { csv } = call(desk, 'exchange.exportCsv', { filter: {}, sort: [] });
  expect(csv).toContain("'=1+1");
  expect(csv).toContain("'-1+2");
  expect(csv).toContain('fine');
  // No cell begins with what a spreadsheet takes for a formula; a plain negative number is none (IMP-20).
  expect(csv.match(/(^|,)"?[=+\-@\t\r][^,\r\n]*/gm)).toEqual([',-5']);
});
