import type { EscalationLevel, EscalationSettings } from '../../contract/index.ts';
import { durationText, parseDuration } from '../sla/duration-text.ts';

/** The settings as they are typed. */
export type SettingsDraft = {
  readonly levels: readonly (Omit<EscalationLevel, 'minutes'> & { readonly span: string })[];
  readonly automatic: boolean;
  readonly after: string;
  readonly causes: string;
  readonly target: string;
};

export const draftOf = ({ levels, automatic, causes, targetPercent }: EscalationSettings): SettingsDraft => ({
  levels: levels.map(({ minutes, ...level }) => ({ ...level, span: durationText(minutes, level.time) })),
  automatic: automatic.on,
  after: durationText(automatic.minutes, 'calendar'),
  causes: causes.join('\n'),
  target: String(targetPercent),
});

/** A time that is one, above nothing; else null. */
export function minutesOf(typed: string): number | null {
  const minutes = parseDuration(typed);
  return minutes !== null && minutes > 0 ? minutes : null;
}

export function percentOf(typed: string): number | null {
  const value = Number(typed.trim().replace(',', '.'));
  return typed.trim() !== '' && value >= 0 && value <= 100 ? value : null;
}

/** What the desk is to keep, or null while something typed is not a time or a number. */
export function settingsOf(draft: SettingsDraft): EscalationSettings | null {
  const levels: EscalationLevel[] = [];
  for (const { span, ...level } of draft.levels) {
    const minutes = minutesOf(span);
    if (minutes === null) return null;
    levels.push({ ...level, minutes });
  }
  const after = minutesOf(draft.after);
  const targetPercent = percentOf(draft.target);
  if (after === null || targetPercent === null) return null;
  const causes = draft.causes
    .split('\n')
    .map((cause) => cause.trim())
    .filter((cause) => cause !== '');
  return { levels, automatic: { on: draft.automatic, minutes: after }, causes, targetPercent };
}
