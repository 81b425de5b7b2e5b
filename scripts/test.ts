import { ensureBuilt } from './support/build.ts';
import { inWords, secondTries, sum, type Count } from './support/results.ts';
import { suites } from './support/suites.ts';

/**
 * `npm test` runs every suite, bringing what it needs; `npm test -- unit e2e` only those named. The last line counts what
 * ran; the exit code is 1 when anything failed.
 */
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0) {
  console.error(`No suite ${unknown.join(', ')}. There are: ${suites.map((suite) => suite.name).join(', ')}`);
  process.exit(1);
}

const began = performance.now();
const counts: Count[] = [];
try {
  await ensureBuilt();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  counts.push({ name: 'build', passed: 0, failed: 1, skipped: 0 });
}
for (const suite of suites) {
  if (asked.length > 0 && !asked.includes(suite.name)) continue;
  console.log(`\n== ${suite.name}`);
  counts.push(...(await suite.run()));
}

const all = sum(counts);
console.log(`\nIn ${Math.round((performance.now() - began) / 1000)} s:`);
for (const count of counts) console.log(`  ${count.name.padEnd(14)} ${inWords(count)}`);
for (const line of counts.flatMap(secondTries)) console.log(line);
console.log(inWords(all));
process.exitCode = all.failed > 0 || all.passed === 0 ? 1 : 0;
