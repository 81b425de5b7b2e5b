import { x } from '../strings/en-exchange.ts';
import { steps, stepOf, isDone, useImport, type ImportState, type Step } from './import-store.ts';
import { focusSection, StepMark, type SectionState } from './section.tsx';

function stateOf(step: Step, state: ImportState): SectionState {
  const at = steps.indexOf(stepOf(state));
  const own = steps.indexOf(step);
  if (step === 'import' && isDone(state.run)) return 'done';
  return own < at ? 'done' : own === at ? 'now' : 'later';
}

/** Where one is in the import; each step goes to its part of the screen. */
export function StepBar() {
  const state = useImport();
  return (
    <nav
      aria-label={x.steps.label}
      className="flex min-h-[34px] shrink-0 flex-wrap items-center gap-1 px-[10px] pb-[3px]"
    >
      {steps.map((step) => {
        const own = stateOf(step, state);
        return (
          <button
            key={step}
            type="button"
            aria-current={own === 'now' ? 'step' : undefined}
            onClick={() => focusSection(step)}
            className="inline-flex h-[24px] items-center gap-[6px] rounded-[5px] px-[6px] text-small whitespace-nowrap font-medium text-ink-2 hover:bg-sunken aria-[current]:font-semibold aria-[current]:text-ink"
          >
            <StepMark state={own} />
            {x.steps[step]}
          </button>
        );
      })}
      <span className="flex-1" />
      <button
        type="button"
        onClick={() => focusSection('history')}
        className="inline-flex h-[24px] items-center rounded-[5px] px-[6px] text-small whitespace-nowrap font-medium text-ink-2 hover:bg-sunken"
      >
        {x.steps.history}
      </button>
    </nav>
  );
}
