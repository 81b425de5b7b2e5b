import { X } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import type { ContactKind, ContactPoint, Customer } from '../../contract/index.ts';
import { contactKinds } from '../../contract/words.ts';
import { u } from '../strings/en-customers.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Select, TextInput } from '../ui/field.tsx';
import { saveCustomer } from './customer-actions.ts';

const kinds = contactKinds.map((value) => ({ value, label: u.kinds[value] }));

function Line({ point, onRemove }: { readonly point: ContactPoint; readonly onRemove: () => void }) {
  return (
    <li className="flex h-[28px] items-center gap-2">
      <span className="w-[52px] shrink-0 text-small text-ink-2">{u.kinds[point.kind]}</span>
      <span className="min-w-0 truncate font-semibold select-text" dir="ltr">
        {point.value}
      </span>
      <span className="min-w-0 flex-1 truncate text-small text-ink-2" dir="auto">
        {point.label}
      </span>
      <IconButton label={u.removeContact(point.value)} onClick={onRemove}>
        <X size={12} aria-hidden />
      </IconButton>
    </li>
  );
}

/** Every other way a customer is reached: each finds them, and whoever writes from it is them. */
export function ContactPoints({ customer }: { readonly customer: Customer }) {
  const { id, contactPoints } = customer;
  const [kind, setKind] = useState<ContactKind>('phone');
  const [value, setValue] = useState('');
  const [label, setLabel] = useState('');
  const save = (points: readonly ContactPoint[]) => saveCustomer(id, { contactPoints: [...points] });
  const add = async (): Promise<void> => {
    if (value.trim() === '') return;
    const point = { kind, value: value.trim(), label: label.trim() === '' ? null : label.trim() };
    if (!(await save([...contactPoints, point]))) return;
    setValue('');
    setLabel('');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void add();
  };
  return (
    <section className="flex flex-col gap-1">
      <h3 className="text-small font-medium text-ink-2">{u.contacts}</h3>
      {contactPoints.length > 0 && (
        <ul>
          {contactPoints.map((point) => (
            <Line
              key={`${point.kind} ${point.value}`}
              point={point}
              onRemove={() => void save(contactPoints.filter((each) => each !== point))}
            />
          ))}
        </ul>
      )}
      <div className="flex gap-2" onKeyDown={onKeyDown}>
        <Select
          aria-label={u.kind}
          options={kinds}
          value={kind}
          onPick={(picked) => setKind(picked as ContactKind)}
          className="!w-[84px] shrink-0"
        />
        <TextInput
          aria-label={u.value}
          placeholder={u.value}
          maxLength={320}
          value={value}
          onChange={(event) => setValue(event.target.value)}
        />
        <TextInput
          aria-label={u.label}
          placeholder={u.label}
          maxLength={100}
          value={label}
          onChange={(event) => setLabel(event.target.value)}
          className="!w-[90px] shrink-0"
        />
        <Button onClick={() => void add()}>{u.addContact}</Button>
      </div>
    </section>
  );
}
