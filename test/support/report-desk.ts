import type { ReportKey } from '../../src/contract/index.ts';
import { fakeClock, mondayTen, type FakeClock } from './fake-clock.ts';
import { testDesk, type TestDesk } from './test-desk.ts';

/** A clock of a desk that is kept open: what is due there is made. */
export function keptClock(start = mondayTen): FakeClock {
  const clock = fakeClock(start);
  return { ...clock, ports: { ...clock.ports, makesReports: true } };
}

export const keptDesk = (folder: string, clock = keptClock(), file?: string): Promise<TestDesk> =>
  testDesk(folder, { clock, ...(file !== undefined && { file }) });

const others = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Lets the desk go on, its timer included, until something is true of it. */
export async function until(desk: TestDesk, isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) {
    desk.clock.pass(0);
    await others();
  }
}

export const issuesOf = async ({ client }: TestDesk, key?: ReportKey) =>
  (await client.reports.issues(key === undefined ? {} : { key })).issues;

/** Waits until so many issues are there. */
export const made = (desk: TestDesk, count: number, key?: ReportKey): Promise<void> =>
  until(desk, async () => (await issuesOf(desk, key)).length >= count);
