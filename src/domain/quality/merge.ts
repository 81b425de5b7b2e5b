import type { Register, Registers } from './registers.ts';

const wins = (one: Register, other: Register): boolean =>
  one.hlc > other.hlc || (one.hlc === other.hlc && JSON.stringify(one.value) > JSON.stringify(other.value));

/**
 * What is said once two have met: of each field what was said last, by hybrid time; of one instant the greater text, so
 * that it is the same whoever asks. Commutative, associative, and the same again changes nothing: registers in which the
 * last writer wins. Source: Shapiro et al., A comprehensive study of convergent and commutative replicated data types,
 * 2011, 3.2.1. SPEC QAP-4.
 */
export function mergeRegisters(here: Registers, there: Registers): Map<string, Register> {
  const merged = new Map(here);
  for (const [key, register] of there) {
    const known = merged.get(key);
    if (known === undefined || wins(register, known)) merged.set(key, register);
  }
  return merged;
}

/** A field that both sides changed since they last agreed, to something else. */
export type FieldConflict = { readonly key: string; readonly here: Register; readonly there: Register };

const nodeOf = (hlc: string): string => hlc.slice(hlc.lastIndexOf('-') + 1);

/** Fields of which time and counting say nothing that two people could differ about. */
const silent: ReadonlySet<string> = new Set(['/seconds', '/startedAt', '/finishedAt', '/state']);

/**
 * What two people said differently since `base`, the hybrid times that a pack went out with. The merge has taken the
 * later one; a person may take the other. SPEC QAP-5.
 */
export function conflictsOf(here: Registers, there: Registers, base: ReadonlyMap<string, string>): FieldConflict[] {
  return [...there].flatMap(([key, register]) => {
    const known = here.get(key);
    if (known === undefined || silent.has(key)) return [];
    const since = base.get(key) ?? '';
    // What was brought home before was said there, not here.
    if (nodeOf(known.hlc) === nodeOf(register.hlc)) return [];
    const both = known.hlc > since && register.hlc > since && known.hlc !== register.hlc;
    return both && JSON.stringify(known.value) !== JSON.stringify(register.value)
      ? [{ key, here: known, there: register }]
      : [];
  });
}
