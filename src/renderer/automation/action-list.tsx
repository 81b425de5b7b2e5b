import { ChevronDown, ChevronUp, Plus, X } from 'lucide-react';
import { useRef } from 'react';
import type { Action, RuleKind } from '../../contract/index.ts';
import { r } from '../strings/en-rules.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Menu } from '../ui/menu.tsx';
import { ActionFields } from './action-fields.tsx';
import { errorAt, moved, newAction, type RuleErrors } from './rule-draft.ts';

const types = Object.keys(r.action) as readonly Action['type'][];
/** These need the width of the panel; the others stand beside their name. */
const tall: ReadonlySet<Action['type']> = new Set(['reply', 'note', 'route', 'field']);

type LineProps = {
  readonly action: Action;
  readonly index: number;
  readonly last: boolean;
  readonly kind: RuleKind;
  readonly error: string | undefined;
  readonly onChange: (action: Action) => void;
  readonly onMove: (by: number) => void;
  readonly onRemove: () => void;
};

function Line({ action, index, last, kind, error, onChange, onMove, onRemove }: LineProps) {
  const name = r.action[action.type];
  const wide = tall.has(action.type);
  const fields = (
    <ActionFields action={action} label={name} kind={kind} invalid={error !== undefined} onChange={onChange} />
  );
  return (
    <li aria-label={r.actionBits.nth(index + 1, name)} className="border-b border-line py-[5px] last:border-b-0">
      <div className="flex min-h-[26px] items-center gap-2">
        <span className="w-4 shrink-0 text-right text-small text-ink-3 tabular-nums" aria-hidden>
          {index + 1}
        </span>
        <span className={cx('font-semibold', wide ? 'flex-1' : 'shrink-0')}>{name}</span>
        {!wide && <span className="flex min-w-0 flex-1">{fields}</span>}
        <span className="flex shrink-0">
          <IconButton label={r.actionBits.up(name)} data-move={-1} disabled={index === 0} onClick={() => onMove(-1)}>
            <ChevronUp size={14} aria-hidden />
          </IconButton>
          <IconButton label={r.actionBits.down(name)} data-move={1} disabled={last} onClick={() => onMove(1)}>
            <ChevronDown size={14} aria-hidden />
          </IconButton>
          <IconButton label={r.actionBits.remove(name)} data-remove onClick={onRemove}>
            <X size={14} aria-hidden />
          </IconButton>
        </span>
      </div>
      {wide && <div className="mt-1 pl-6">{fields}</div>}
      {error !== undefined && (
        <p data-problem tabIndex={-1} className="mt-1 pl-6 text-small text-late">
          {error}
        </p>
      )}
    </li>
  );
}

type ActionListProps = {
  readonly kind: RuleKind;
  readonly actions: readonly Action[];
  readonly errors: RuleErrors;
  readonly onChange: (actions: readonly Action[]) => void;
};

/** What a rule does, top to bottom; what is added goes to the end and takes the focus. */
export function ActionList({ kind, actions, errors, onChange }: ActionListProps) {
  const list = useRef<HTMLOListElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const focusLast = (): void => {
    list.current?.lastElementChild?.querySelector<HTMLElement>('input, textarea, button:not([disabled])')?.focus();
  };
  /** The line that was moved keeps the focus; where one went, the next has it. */
  const focusLine = (index: number, within: string): void => {
    window.setTimeout(() => {
      const line = list.current?.children[Math.min(index, list.current.children.length - 1)];
      const found = line?.querySelector<HTMLElement>(`${within}:not([disabled])`) ?? line?.querySelector('button');
      (found ?? add.current)?.focus();
    }, 0);
  };
  const added = useRef(false);
  const items = types.map((type) => ({
    label: r.action[type],
    onPick: () => {
      added.current = true;
      onChange([...actions, newAction(type)]);
    },
  }));
  const none = errors['actions'];
  return (
    <div className="flex flex-col items-start gap-2">
      {actions.length > 0 && (
        <ol ref={list} className="w-full">
          {actions.map((action, index) => (
            <Line
              key={`${action.type} ${index}`}
              action={action}
              index={index}
              last={index === actions.length - 1}
              kind={kind}
              error={errorAt(errors, `actions.${index}`)}
              onChange={(next) => onChange(actions.map((one, at) => (at === index ? next : one)))}
              onMove={(by) => {
                onChange(moved(actions, index, by));
                focusLine(index + by, `[data-move="${by}"]`);
              }}
              onRemove={() => {
                onChange(actions.filter((_, at) => at !== index));
                focusLine(index, '[data-remove]');
              }}
            />
          ))}
        </ol>
      )}
      <Menu
        label={r.editor.add}
        items={items}
        onClosed={() => {
          if (added.current) focusLast();
          added.current = false;
        }}
        trigger={
          <Button
            ref={add}
            small
            data-problem={none === undefined ? undefined : true}
            icon={<Plus size={14} aria-hidden />}
          >
            {r.editor.add}
          </Button>
        }
      />
      {none !== undefined && <p className="text-small text-late">{none}</p>}
    </div>
  );
}
