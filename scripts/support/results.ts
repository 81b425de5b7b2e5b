import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { z } from 'zod';
import { root } from './process.ts';

/** How many tests of a suite passed, failed and did not run, and which passed only when tried again. */
export type Count = {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly again?: number;
};

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

/** One count per folder of `test/`. A file that could not be loaded is one failure. */
export function vitestCounts(file: string): readonly Count[] {
  const report = vitestReport.parse(JSON.parse(readFileSync(file, 'utf8')));
  const suiteOf = (result: { name: string }): string => relative(root, result.name).split(/[/\\]/)[1] ?? '';
  return [...new Set(report.testResults.map(suiteOf))].sort().map((name) => {
    const files = report.testResults.filter((result) => suiteOf(result) === name);
    const states = files.flatMap((result) =>
      result.assertionResults.length === 0 && result.status === 'failed'
        ? ['failed']
        : result.assertionResults.map((test) => test.status),
    );
    const failed = states.filter((state) => state === 'failed').length;
    const passed = states.filter((state) => state === 'passed').length;
    return { name, passed, failed, skipped: states.length - passed - failed };
  });
}

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
});

/**
 * A test that could not be loaded is a failure. Only CI tries again (a machine that does other work beside it makes a
 * browser late by more than any ceiling); what passed then is passed, and said.
 */
export function playwrightCount(name: string, file: string): Count {
  const { stats, errors } = playwrightReport.parse(JSON.parse(readFileSync(file, 'utf8')));
  const failed = stats.unexpected + errors.length;
  const again = stats.flaky > 0 ? { again: stats.flaky } : {};
  return { name, passed: stats.expected + stats.flaky, failed, skipped: stats.skipped, ...again };
}

export function sum(counts: readonly Count[]): Count {
  const add = (pick: (count: Count) => number): number => counts.reduce((total, count) => total + pick(count), 0);
  return {
    name: 'all',
    passed: add((count) => count.passed),
    failed: add((count) => count.failed),
    skipped: add((count) => count.skipped),
  };
}

export const inWords = ({ passed, failed, skipped }: Count): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** Said apart from the counts: a test that needs a second try is one to look at. */
export const secondTries = ({ name, again = 0 }: Count): readonly string[] =>
  again > 0 ? [`  ${name}: ${again} passed only when tried again`] : [];
