import type { PackWork } from '../../../contract/pack-file.ts';
import { mergeRegisters } from '../../../domain/quality/merge.ts';
import type { Register, Registers } from '../../../domain/quality/registers.ts';

export type Field = PackWork['reviews'][string][number];

export const fieldsOf = (registers: Registers): Field[] =>
  [...registers].map(([key, { value, hlc, actor }]) => ({ key, value, hlc, actor }));
export const registersOf = (fields: readonly Field[]): Map<string, Register> =>
  new Map(fields.map(({ key, value, hlc, actor }) => [key, { value, hlc, actor }]));

/** The work of two copies of one pack, each field as it was said last. */
export function mergeWork(one: PackWork, other: PackWork): PackWork {
  const ids = new Set([...Object.keys(one.reviews), ...Object.keys(other.reviews)]);
  const reviews = Object.fromEntries(
    [...ids].map((id) => [
      id,
      fieldsOf(mergeRegisters(registersOf(one.reviews[id] ?? []), registersOf(other.reviews[id] ?? []))),
    ]),
  );
  return { edits: Math.max(one.edits, other.edits), reviews };
}
