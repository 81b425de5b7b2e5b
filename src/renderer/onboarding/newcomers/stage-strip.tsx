import type { Newcomer, StageState } from '../../../contract/index.ts';
import { cx } from '../../ui/cx.ts';

const looks: Readonly<Record<StageState['state'], string>> = {
  passed: 'border-met bg-met',
  current: 'border-accent bg-accent-soft',
  ahead: 'border-line-strong bg-transparent',
};

/** The stages as bars: full, half full, empty, so that the form says it and not the colour alone. Words stand beside it. */
export const StageStrip = ({ newcomer: { stages, current } }: { readonly newcomer: Newcomer }) => (
  <span aria-hidden className="flex h-[7px] w-full gap-[2px]">
    {stages.map(({ id, state }) => (
      <span
        key={id}
        className={cx(
          'relative min-w-[3px] flex-1 overflow-hidden rounded-[2px] border',
          looks[state === 'current' && id !== current ? 'ahead' : state],
        )}
      >
        {id === current && <span className="absolute inset-y-0 left-0 w-1/2 bg-accent" />}
      </span>
    ))}
  </span>
);
