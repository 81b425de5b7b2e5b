import { Braces } from 'lucide-react';
import { useRef } from 'react';
import { rulePlaceholders } from '../../contract/words.ts';
import { r } from '../strings/en-rules.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Menu } from '../ui/menu.tsx';

type TextFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly note: boolean;
  readonly invalid: boolean;
  readonly onChange: (value: string) => void;
};

/** A text of a rule, with a menu of what can be filled in when it runs. */
export function RuleText({ label, value, note, invalid, onChange }: TextFieldProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const insert = (name: string): void => {
    const element = area.current;
    const words = `{{${name}}}`;
    const from = element?.selectionStart ?? value.length;
    const to = element?.selectionEnd ?? value.length;
    onChange(value.slice(0, from) + words + value.slice(to));
    window.setTimeout(() => {
      element?.focus();
      element?.setSelectionRange(from + words.length, from + words.length);
    }, 0);
  };
  const items = rulePlaceholders.map((name) => ({
    label: r.placeholders[name],
    onPick: () => insert(name),
    mark: <code className="order-last shrink-0 text-cap text-ink-2">{`{{${name}}}`}</code>,
  }));
  const trigger = (
    <Button small look="quiet" title={r.actionBits.insertHow} icon={<Braces size={13} aria-hidden />}>
      {r.actionBits.insert}
    </Button>
  );
  return (
    <div className="flex flex-col items-start gap-1">
      <textarea
        ref={area}
        dir="auto"
        rows={Math.min(10, Math.max(3, value.split('\n').length + 1))}
        value={value}
        maxLength={100_000}
        aria-label={label}
        aria-invalid={invalid}
        onChange={(event) => onChange(event.target.value)}
        className={cx(
          'w-full resize-y rounded-md border border-line-strong px-[10px] py-2 text-body aria-invalid:border-late',
          note ? 'bg-risk-soft' : 'bg-surface',
        )}
      />
      <Menu label={r.actionBits.insertHow} trigger={trigger} items={items} />
    </div>
  );
}
