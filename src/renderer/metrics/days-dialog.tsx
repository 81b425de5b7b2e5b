import { useState } from 'react';
import { DialogForm } from '../ui/dialog-form.tsx';
import { plusDays } from '../roster/dates.ts';
import { mw } from '../strings/en-metrics.ts';
import { Dialog } from '../ui/dialog.tsx';
import { DateField } from '../ui/field.tsx';
import { ask, setMetrics } from './metrics-store.ts';
import { ownDays, type RangeOf } from './range.ts';

const w = mw.range;

/** Any days, from and to. */
export function DaysDialog({ range }: { readonly range: RangeOf }) {
  const [own, setOwn] = useState({ from: range.from, to: plusDays(range.from, range.days - 1) });
  const [tried, setTried] = useState(false);
  const isWrong = ownDays(own) === null;
  const close = (): void => ask(null);
  const show = (): Promise<void> => {
    setTried(true);
    if (isWrong) return Promise.resolve();
    setMetrics({ own });
    close();
    return Promise.resolve();
  };
  return (
    <Dialog title={w.ask} open onClose={close} width={420}>
      <DialogForm submit={w.go} onSubmit={show} onClose={close}>
        <div className="flex gap-3 max-[420px]:flex-col">
          {(['from', 'to'] as const).map((end) => (
            <DateField
              key={end}
              label={w[end]}
              error={tried && isWrong && end === 'to' ? w.wrong : undefined}
              value={own[end]}
              onDate={(on) => setOwn({ ...own, [end]: on })}
            />
          ))}
        </div>
      </DialogForm>
    </Dialog>
  );
}
