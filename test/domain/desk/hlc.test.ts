import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { nodeName } from '../../../src/domain/desk/hlc.ts';
import { uuidMaker, uuidText } from '../../../src/domain/desk/uuid.ts';

it('desks that were made at the same moment have different names in what they stamp (CHG-2, QAP-5)', () => {
  const at = Date.parse('2026-03-02T10:00:00Z');
  // Each desk makes its own ids.
  const names = Array.from({ length: 200 }, () => nodeName(uuidText(uuidMaker((count) => randomBytes(count))(at))));
  expect(new Set(names).size).toBe(200);
  for (const name of names) expect(name).toMatch(/^[\da-f]{8}$/);
});
