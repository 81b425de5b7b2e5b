import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';

type Props = {
  readonly title: string;
  readonly note?: string;
  readonly act?: { readonly label: string; readonly keys: string; readonly run: () => void };
  readonly children: ReactNode;
};

/** One part of a page: its name, what can be added, and what there is. */
export const Part = ({ title, note, act, children }: Props) => (
  <section aria-label={title}>
    <div className="flex min-h-[28px] items-center gap-2 pb-1">
      <h3 className="font-bold">{title}</h3>
      {note !== undefined && <span className="text-small text-ink-2 tabular-nums">{note}</span>}
      <span className="flex-1" />
      {act !== undefined && (
        <Button small onClick={act.run}>
          {act.label}
          <Kbd keys={act.keys} />
        </Button>
      )}
    </div>
    {children}
  </section>
);
