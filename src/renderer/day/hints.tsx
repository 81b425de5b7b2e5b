import { d } from '../strings/en-day.ts';
import { Kbd } from '../ui/kbd.tsx';

type Hint = readonly [keys: string, words: string];

const h = d.hints;
const onShift: readonly Hint[] = [
  ['enter', h.edit],
  ['n', h.create],
  ['a', h.add],
  ['shift+arrowright', h.move],
  ['alt+shift+arrowright', h.end],
  ['x', h.attend],
  ['s', h.state],
  ['delete', h.remove],
];
const onEmpty: readonly Hint[] = [
  ['n', h.create],
  ['s', h.state],
];
const onCell: readonly Hint[] = [
  ['enter', h.edit],
  ['n', h.create],
  ['mod+c', h.copy],
  ['mod+v', h.paste],
  ['delete', h.remove],
];

type Props = { readonly words: string; readonly on: 'shift' | 'empty' | 'cell' | 'strip' };

/** What is under the cursor in words, and the keys that do something with it. */
export function Hints({ words, on }: Props) {
  const hints = { shift: onShift, empty: onEmpty, cell: onCell, strip: [] }[on];
  return (
    <div className="flex min-h-[30px] shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-t border-line bg-surface px-4 py-[5px] text-small text-ink-2 print:hidden">
      <span className="max-w-full min-w-[120px] truncate text-ink tabular-nums" dir="auto" title={words}>
        {words}
      </span>
      {hints.map(([keys, does]) => (
        <span key={keys} className="flex items-center gap-1 whitespace-nowrap">
          <Kbd keys={keys} /> {does}
        </span>
      ))}
    </div>
  );
}
