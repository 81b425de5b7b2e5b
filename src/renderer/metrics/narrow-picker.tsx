import { useQueries } from '@tanstack/react-query';
import type { KpiDimension } from '../../contract/index.ts';
import { kpiDimensions, othersKey } from '../../contract/words.ts';
import { orpc } from '../client/client.ts';
import { mw } from '../strings/en-metrics.ts';
import { Chip } from '../ui/chip.tsx';
import { ComboPicker, type Option } from '../ui/combo.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { setMetrics, useMetrics } from './metrics-store.ts';
import type { Looked } from './use-numbers.ts';

const w = mw.range;

type Value = { readonly by: KpiDimension; readonly key: string; readonly label: string };
const idOf = ({ by, key }: Pick<Value, 'by' | 'key'>): string => `${by} ${key}`;

type Row = Pick<Value, 'key' | 'label'>;

/** What can be narrowed to; all other customers together are nobody in particular. */
export const valuesOf = (by: KpiDimension, rows: readonly Row[]): Value[] =>
  rows.flatMap(({ key, label }) => (by === 'customer' && key === othersKey ? [] : [{ by, key, label }]));

/** All values that anything in these days has, called as tables call them; asked for when the list opens. */
function useValues({ input, known }: Looked, open: boolean): readonly Value[] {
  const { from, days } = input;
  const answers = useQueries({
    queries: kpiDimensions.map((by) => ({
      ...orpc.metrics.figures.queryOptions({ input: { from, days, within: null, by, against: 'none' } }),
      enabled: known && open,
    })),
  });
  return answers.flatMap(({ data }, at) => valuesOf(kpiDimensions[at] ?? 'queue', data?.rows ?? []));
}

/** Narrows everything to one queue, channel, person and so on. */
export function NarrowPicker({ looked }: { readonly looked: Looked }) {
  const { within, narrowing } = useMetrics();
  const values = useValues(looked, narrowing);
  // What is narrowed to stands there from the start, and though these days have nothing of it.
  const isKnown = within === null || values.some((value) => idOf(value) === idOf(within));
  const options: readonly Option[] = [
    { value: null, label: w.all },
    ...(isKnown ? [] : [{ value: idOf(within), label: within.label }]),
    ...values.map((value) => ({ value: idOf(value), label: w.value(mw.by[value.by], value.label) })),
  ];
  const pick = ({ value }: Option): void => {
    const found = values.find((each) => idOf(each) === value);
    setMetrics({
      within:
        found === undefined ? null : { by: found.by, key: found.key, label: w.value(mw.by[found.by], found.label) },
    });
  };
  return (
    <ComboPicker
      label={w.narrow}
      open={narrowing}
      onOpenChange={(open) => setMetrics({ narrowing: open })}
      chosen={[within === null ? null : idOf(within)]}
      options={options}
      onToggle={pick}
      trigger={
        <Chip dashed={within === null} field={w.narrow} value={within?.label ?? w.all}>
          <Kbd keys="f" />
        </Chip>
      }
    />
  );
}
