import type { ReactNode } from 'react';
import { cx } from './cx.ts';

type Props = {
  readonly left: ReactNode;
  /** What the cursor of the list is on. */
  readonly right: ReactNode;
  readonly wide?: boolean;
};

/** A list beside what its cursor is on; below each other where there is no room. */
export const Beside = ({ left, right, wide = false }: Props) => (
  <div className="flex min-h-0 flex-1 max-[820px]:flex-col">
    <div
      className={cx(
        'flex shrink-0 flex-col max-[820px]:h-[38%] max-[820px]:w-full',
        wide ? 'w-[46%]' : 'w-[312px] max-[1100px]:w-[250px]',
      )}
    >
      {left}
    </div>
    {right}
  </div>
);
