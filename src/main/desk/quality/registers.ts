import { hybridClock, nodeName, type HybridClock } from '../../../domain/desk/hlc.ts';
import { criterionOf, fieldKey, fieldOf, type Register, type Registers } from '../../../domain/quality/registers.ts';
import { row, rows, type ReadDb } from '../../store/db.ts';
import type { Writer } from '../../store/writer.ts';
import type { Core } from '../core.ts';
import { deskNode } from './pack-list.ts';

/** The hybrid clock of what is said in reviews, from where their fields end. */
export function reviewClock(core: Core): HybridClock {
  const last = row<{ hlc: string | null }>(core.db, 'SELECT max(hlc) AS hlc FROM review_field')?.hlc ?? '';
  return hybridClock(nodeName(deskNode(core)), last);
}

type FieldRecord = { criterion: string; field: string; value: string; hlc: string; actor: string };

/** The fields of a review, by its row id. */
export const readRegisters = (db: ReadDb, reviewId: number): Map<string, Register> =>
  new Map(
    rows<FieldRecord>(
      db,
      'SELECT criterion, field, value, hlc, actor FROM review_field WHERE review_id = ?',
      reviewId,
    ).map(({ criterion, field, value, hlc, actor }) => [
      fieldKey(criterion, field),
      { value: JSON.parse(value) as unknown, hlc, actor },
    ]),
  );

/** Writes the fields that are not as they stand. */
export function writeRegisters(
  write: Writer,
  review: { readonly id: number; readonly key: string },
  before: Registers,
  after: Registers,
): void {
  for (const [key, { value, hlc, actor }] of after) {
    const known = before.get(key);
    if (known?.hlc === hlc && JSON.stringify(known.value) === JSON.stringify(value)) continue;
    const name = `${review.key}/${key}`;
    const values = { value: JSON.stringify(value), hlc, actor };
    if (known === undefined) {
      const place = { review_id: review.id, criterion: criterionOf(key), field: fieldOf(key) };
      write.insert('review_field', name, { ...place, ...values });
    } else write.update('review_field', name, values);
  }
}
