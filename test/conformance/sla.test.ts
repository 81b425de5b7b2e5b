import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { helpPageSources } from './help-page-cases.ts';
import { seenOf } from './sla-case.ts';
import type { SlaSource } from './sla-case.ts';
import { zammadSources } from './zammad-cases.ts';

const sources: readonly SlaSource[] = [...zammadSources, ...helpPageSources];
const spec = readFileSync(join(import.meta.dirname, '../../docs/SPEC.md'), 'utf8');

describe.each(sources)('$product, $file', ({ agrees, differs }) => {
  if (agrees.length > 0) {
    it.each(agrees)('as there: $what', (one) => {
      expect(seenOf(one)).toMatchObject(one.theirs);
    });
  }
  if (differs.length > 0) {
    it.each(differs)('otherwise: $what', (one) => {
      const seen = seenOf(one);
      expect(seen).toMatchObject(one.ours);
      expect(seen).not.toMatchObject(one.theirs);
      expect(spec).toContain(`- **${one.spec}**`);
    });
  }
});

const count = (some: readonly SlaSource[], list: 'agrees' | 'differs') =>
  some.reduce((sum, source) => sum + source[list].length, 0);

it('compares what docs/conformance.md says it compares', () => {
  expect([zammadSources, helpPageSources].map((some) => [count(some, 'agrees'), count(some, 'differs')])).toEqual([
    [17, 4],
    [29, 3],
  ]);
});
