import { Table2 } from 'lucide-react';
import { useState } from 'react';
import { examples } from '../../domain/ask/examples.ts';
import { aw } from '../strings/en-ask.ts';
import { Entry, EntryList } from '../ui/entry-list.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { take } from './take-up.ts';

/** Three questions that run as they are; Enter asks one and shows its table. */
export function Examples() {
  const [at, setAt] = useState<string>(examples[0]?.key ?? '');
  const open = (key: string): void => {
    const example = examples.find((each) => each.key === key);
    if (example === undefined) return;
    const { rows, columns, measure, of } = example.pivot;
    take(example.sql, { rows: [...rows], columns: [...columns], measure, of }, null);
  };
  return (
    <section aria-label={aw.try} className="flex min-h-[150px] flex-1 flex-col">
      <div className="px-4 pt-4 pb-2">
        <h2 className="text-title font-bold">{aw.try}</h2>
        <p className="text-ink-2">{aw.tryMore}</p>
      </div>
      <EntryList
        label={aw.try}
        ids={examples.map(({ key }) => key)}
        currentId={at}
        onChoose={setAt}
        onOther={(key) => {
          if (key !== 'Enter') return false;
          open(at);
          return true;
        }}
      >
        {examples.map(({ key, name, sql }) => (
          <Entry key={key} id={key} className="items-center gap-3 py-1">
            <Table2 size={15} strokeWidth={1.8} aria-hidden className="shrink-0 text-ink-2" />
            <span className="flex min-w-0 flex-1 flex-col" onDoubleClick={() => open(key)}>
              <span className="truncate font-medium">{name}</span>
              <span className="truncate font-mono text-small text-ink-2">{sql.replaceAll('\n', ' ')}</span>
            </span>
            {key === at && <Kbd keys="enter" />}
          </Entry>
        ))}
      </EntryList>
    </section>
  );
}
