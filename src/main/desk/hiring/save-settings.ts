import type { Done, InterviewForm } from '../../../contract/index.ts';
import { twice } from '../../../domain/hiring/interviews.ts';
import { Fault } from '../../../domain/fault.ts';
import type { Core } from '../core.ts';
import { saveMeta } from '../meta.ts';
import { countOver, forgetOver } from './forget.ts';
import { hiringKey, readHiring } from './settings.ts';

type Input = { readonly retentionDays?: number | undefined; readonly form?: InterviewForm | undefined };

/** Faults INVALID at the second of two questions of one id: their ratings would be one. */
function checkForm(form: InterviewForm): void {
  const at = twice(form);
  if (at !== null)
    throw new Fault('INVALID', 'Two questions go by the same key. Give each its own.', {
      field: `form.questions.${at}.id`,
    });
}

const candidates = (n: number): string => (n === 1 ? '1 candidate' : `${n} candidates`);
const daysWords = (n: number): string => (n === 1 ? '1 day' : `${n} days`);

/** What was done, in words: how many went at once is part of it, for nothing brings them back. */
function labelOf(core: Core, before: number, { retentionDays, form }: Input): string {
  if (retentionDays === undefined || retentionDays === before)
    return form === undefined ? 'Settings of hiring' : 'Questions of interviews';
  const over = countOver(core, retentionDays);
  const kept = `Candidates kept ${daysWords(retentionDays)}`;
  return over === 0 ? kept : `${kept}: ${candidates(over)} deleted for good`;
}

/** A shorter time takes what is over it at once. SPEC HIR-22. */
export function saveSettings(core: Core, input: Input): Done {
  if (input.form !== undefined) checkForm(input.form);
  const before = readHiring(core.db);
  const next = {
    retentionDays: input.retentionDays ?? before.retentionDays,
    form: input.form ?? before.form,
  };
  const label = labelOf(core, before.retentionDays, input);
  const { changeSet } = saveMeta(core, { name: 'hiring.settingsSave', label }, hiringKey, next);
  const gone = forgetOver(core, core.ports.now());
  if (changeSet !== null) core.hub.changed('hiring', null);
  return { changed: changeSet === null && gone === 0 ? 0 : 1, label, changeSet };
}
