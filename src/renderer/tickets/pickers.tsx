import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { Priority, Status } from '../../contract/index.ts';
import { orpc } from '../client/client.ts';
import { usePeople, useQueues } from '../client/use-desk.ts';
import { p } from '../strings/en-people.ts';
import { t } from '../strings/en.ts';
import { ChoicePicker, type Choice } from '../ui/choice.tsx';
import { ComboPicker, type Option } from '../ui/combo.tsx';
import { Avatar, PriorityBars } from '../ui/marks.tsx';
import { priorities, statuses } from './filter-fields.ts';

type Opening = {
  readonly trigger: ReactElement;
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
};
type Many = Opening & {
  readonly chosen: readonly (string | null)[];
  readonly onToggle: (option: Option) => void;
  readonly several?: boolean;
  readonly offerNew?: (typed: string) => string;
};

const statusChoices: readonly Choice<Status>[] = statuses.map((value) => ({ value, label: t.status[value] }));
const priorityChoices: readonly Choice<Priority>[] = priorities.map((value) => ({
  value,
  label: t.priority[value],
  mark: <PriorityBars priority={value} />,
}));

type One<V> = Opening & { readonly value: V | null; readonly onPick: (value: V) => void };

export const StatusPicker = (props: One<Status>) => (
  <ChoicePicker label={t.panel.status} choices={statusChoices} {...props} />
);
export const PriorityPicker = (props: One<Priority>) => (
  <ChoicePicker label={t.panel.priority} choices={priorityChoices} {...props} />
);

const nobody: Option = { value: null, label: t.panel.nobody };
const noQueue: Option = { value: null, label: t.bar.noQueue };

export function PeoplePicker({ withMe = false, ...props }: Many & { readonly withMe?: boolean }) {
  const people = usePeople().filter((person) => person.active);
  const options = people.map(({ id, name, away }) => ({
    value: id,
    label: away ? p.ownerAway(name) : name,
    mark: <Avatar name={name} away={away} />,
  }));
  const me: readonly Option[] = withMe
    ? [
        { value: 'me', label: t.bar.me },
        { value: 'off', label: t.bar.off },
      ]
    : [];
  return <ComboPicker label={t.panel.owner} options={[...me, nobody, ...options]} {...props} />;
}

export function QueuePicker(props: Many) {
  const options = useQueues().map(({ id, name }) => ({ value: id, label: name }));
  return <ComboPicker label={t.panel.queue} options={[noQueue, ...options]} {...props} />;
}

const unquoted = (text: string): string =>
  text
    .replace(/^\w+:/, '')
    .replace(/^"(.*)"$/, '$1')
    .trim();

/** Tags or categories that the desk knows, by what is typed: the suggestions of the search for that operator. */
function useKnown(operator: 'tag' | 'category', typed: string, wanted: boolean): readonly string[] {
  const query = `${operator}:${typed}`;
  const input = { query, caret: query.length };
  const { data } = useQuery(
    orpc.tickets.suggest.queryOptions({ input, enabled: wanted, gcTime: 10_000, staleTime: 10_000 }),
  );
  return [...new Set((data?.suggestions ?? []).map(({ insert }) => unquoted(insert)).filter((word) => word !== ''))];
}

type Words = Many & { readonly operator: 'tag' | 'category'; readonly label: string; readonly withNone?: Option };

/** Tags or categories: those the desk knows, those chosen, and any new word. */
export function WordPicker({ operator, label, withNone, chosen, open, onOpenChange, ...rest }: Words) {
  const [own, setOwn] = useState(false);
  const [typed, setTyped] = useState('');
  const shown = open ?? own;
  const known = useKnown(operator, typed, shown);
  const held = chosen.filter((value): value is string => value !== null);
  const words = [...new Set([...held, ...known])];
  const options = words.map((word) => ({ value: word, label: word }));
  return (
    <ComboPicker
      label={label}
      options={withNone === undefined ? options : [withNone, ...options]}
      chosen={chosen}
      open={shown}
      onOpenChange={(next) => {
        setOwn(next);
        onOpenChange?.(next);
      }}
      onSearch={setTyped}
      offerNew={t.panel.newTag}
      {...rest}
    />
  );
}
