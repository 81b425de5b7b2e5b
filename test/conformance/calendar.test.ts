import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compiledFor } from '../../src/domain/calendar/compile.ts';
import { bizSources } from './biz-cases.ts';
import type { CalendarSource } from './calendar-case.ts';
import { glpiSources } from './glpi-cases.ts';
import { workingHoursSources } from './working-hours-cases.ts';

const sources: readonly CalendarSource[] = [...bizSources, ...workingHoursSources, ...glpiSources];

const rules = readFileSync(join(import.meta.dirname, '../../docs/SPEC.md'), 'utf8');

describe.each(sources)('$file', ({ agrees, differs }) => {
  it.each(agrees)('as there: %s', (_, calendar, ask, theirs) => {
    expect(ask(compiledFor(calendar))).toBe(theirs);
  });
  if (differs.length > 0) {
    it.each(differs)('otherwise: %s', (_, calendar, ask, theirs, ours, spec) => {
      const answer = ask(compiledFor(calendar));
      expect(answer).toBe(ours);
      expect(answer).not.toBe(theirs);
      expect(rules).toContain(`- **${spec}**`);
    });
  }
});

const count = (library: string, list: 'agrees' | 'differs') =>
  sources.filter((source) => source.library === library).reduce((sum, source) => sum + source[list].length, 0);

it('compares what docs/conformance.md says it compares', () => {
  expect(
    ['biz', 'working_hours', 'GLPI'].map((library) => [library, count(library, 'agrees'), count(library, 'differs')]),
  ).toEqual([
    ['biz', 61, 6],
    ['working_hours', 66, 5],
    ['GLPI', 19, 3],
  ]);
});
