import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Kpi } from '../../contract/index.ts';
import { mw } from '../strings/en-metrics.ts';
import { Button } from '../ui/button.tsx';
import { ComboPicker } from '../ui/combo.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { setMetrics, useMetrics } from './metrics-store.ts';
import { useTabActions } from './tab-actions.ts';

/** Figures that are hidden, to show again at the end; nothing where none is. */
export function AddFigure({ kpis }: { readonly kpis: readonly Kpi[] }) {
  const tiles = useMetrics((state) => state.tiles);
  const [open, setOpen] = useState(false);
  const hidden = kpis.filter(({ name }) => !tiles.includes(name));
  useTabActions(hidden.length === 0 ? {} : { add: () => setOpen(true) });
  if (hidden.length === 0) return null;
  return (
    <div>
      <ComboPicker
        label={mw.tile.add}
        open={open}
        onOpenChange={setOpen}
        chosen={[]}
        options={hidden.map(({ name, title }) => ({ value: name, label: title }))}
        onToggle={({ value }) => {
          const found = hidden.find(({ name }) => name === value);
          if (found !== undefined) setMetrics({ tiles: [...tiles, found.name], at: found.name });
        }}
        trigger={
          <Button small icon={<Plus size={13} aria-hidden />}>
            {mw.tile.add} <Kbd keys="a" />
          </Button>
        }
      />
    </div>
  );
}
