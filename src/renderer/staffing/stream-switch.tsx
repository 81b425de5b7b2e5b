import type { Stream } from '../../contract/index.ts';
import { sw } from '../strings/en-staffing.ts';
import { Select } from '../ui/field.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { setStaffing } from './staffing-store.ts';
import { useTabActions } from './tab-actions.ts';

const mostSegments = 5;

/** Which stream is looked at: a few in a row, many in a list. */
export function StreamSwitch({ streams, value }: { readonly streams: readonly Stream[]; readonly value: string }) {
  const at = streams.findIndex(({ id }) => id === value);
  const step = (by: number): void => {
    const next = streams[(at + by + streams.length) % streams.length];
    if (next !== undefined) setStaffing({ streamId: next.id });
  };
  useTabActions({ streamBefore: () => step(-1), streamAfter: () => step(1) });
  const choices = streams.map(({ id, name }) => ({ value: id, label: name }));
  const pick = (streamId: string): void => setStaffing({ streamId });
  if (streams.length <= mostSegments)
    return <Segmented label={sw.forecast.stream} segments={choices} value={value} onChange={pick} />;
  return (
    <Select
      aria-label={sw.forecast.stream}
      options={choices}
      value={value}
      onPick={pick}
      className="!h-[26px] !w-[200px]"
    />
  );
}
