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
    <div className="flex h-[30px] shrink-0 items-center gap-4 overflow-hidden border-t border-line bg-surface px-4 text-small text-ink-2">
      <span className="min-w-[200px] shrink truncate text-ink tabular-nums" dir="auto" title={words}>
        {words}
      </span>
      {hints.length > 0 && (
        <span className="flex h-[20px] min-w-0 shrink-[0.2] flex-wrap gap-x-3 overflow-hidden">
          {hints.map(([keys, does]) => (
            <span key={keys} className="flex h-[20px] items-center gap-1 whitespace-nowrap">
              <Kbd keys={keys} /> {does}
            </span>
          ))}
        </span>
      )}
    </div>
  );
}
