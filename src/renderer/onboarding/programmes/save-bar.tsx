import { pw } from '../../strings/en-onboarding-programmes.ts';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { doOnTab } from '../tab-actions.ts';
import { isChanged, useBuilder } from './builder-store.ts';
import { problemsOf } from './problems.ts';
import { discardProgramme } from './programme-actions.ts';

/** Whether the programme is saved, and what does it. */
export function SaveBar() {
  const { draft, id } = useBuilder();
  const changed = useBuilder(isChanged);
  const problems = draft === null ? 0 : problemsOf(draft).length;
  const state = changed ? (id === null ? pw.isNew : pw.changed) : pw.saved;
  return (
    <>
      <span
        aria-live="polite"
        className={
          changed
            ? 'text-small font-semibold text-risk max-[640px]:sr-only'
            : 'text-small text-ink-2 max-[640px]:sr-only'
        }
      >
        {state}
        {problems > 0 && ` · ${pw.problems(problems)}`}
      </span>
      {changed && (
        <Button look="quiet" onClick={discardProgramme}>
          {pw.discard}
        </Button>
      )}
      <Button look="primary" disabled={!changed} onClick={() => doOnTab('save')}>
        {pw.save}
        <Kbd keys="mod+s" on />
      </Button>
    </>
  );
}
