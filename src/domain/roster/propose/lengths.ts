import type { ProposeInput } from '../../../contract/roster.ts';
import type { RosterRules } from '../../../contract/roster-common.ts';
import { Fault } from '../../fault.ts';

/** The pause that a shift of some length has, in minutes. SPEC PRO-5. */
export const breakMinutesOf = (minutes: number, rules: RosterRules): number =>
  minutes > rules.breakAfterMinutes && !rules.off.includes('missingBreak') ? rules.minBreakMinutes : 0;

const mostLengths = 12;

/**
 * The lengths a shift may have, in minutes, short ones first: those asked for that the rules allow; or else from the
 * least to the most by hours, and a fifth of each contract with its break. Faults INVALID where the rules allow none.
 */
export function lengthsOf(input: ProposeInput): number[] {
  const { rules, shiftMinutes, intervalMinutes } = input;
  const { minShiftMinutes: least, maxShiftMinutes: most } = rules;
  const allowed = (minutes: number): boolean => minutes >= least && minutes <= most;
  if (shiftMinutes !== undefined) {
    const kept = shiftMinutes.filter((minutes) => rules.off.includes('dayLength') || allowed(minutes));
    if (kept.length > 0) return [...new Set(kept)].sort((a, b) => a - b);
    throw new Fault('INVALID', `No length asked for is between ${least} and ${most} minutes, the rule for shifts.`, {
      field: 'shiftMinutes',
    });
  }
  const onGrid = (minutes: number): number => Math.round(minutes / intervalMinutes) * intervalMinutes;
  const hourly = Array.from({ length: 24 }, (_, i) => onGrid(least + 60 * i));
  const fifths = input.people.flatMap(({ contractMinutes }) => {
    const worked = (contractMinutes ?? 0) / 5;
    return worked > 0 ? [onGrid(worked + breakMinutesOf(worked, rules))] : [];
  });
  const lengths = [...new Set([...new Set(fifths), onGrid(most), ...hourly])].filter(allowed).slice(0, mostLengths);
  if (lengths.length > 0) return lengths.sort((a, b) => a - b);
  throw new Fault('INVALID', `The rules allow no shift: at least ${least} minutes and at most ${most}.`, {
    field: 'rules.maxShiftMinutes',
  });
}
