import { Plus, Search, Users } from 'lucide-react';
import { useDeferredValue } from 'react';
import { Header } from '../app/header.tsx';
import { u } from '../strings/en-customers.ts';
import { t } from '../strings/en.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { inputClass } from '../ui/field.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { addCustomer } from './customer-actions.ts';
import { CustomerList, useCount } from './customer-list.tsx';
import { CustomerPanel } from './customer-panel.tsx';
import { findText, useCustomers } from './customers-store.ts';

/** The list; the field that finds where nobody was found. */
const focusList = (): void =>
  (
    document.querySelector<HTMLElement>('[data-customers]') ??
    document.querySelector<HTMLElement>('[data-find-customer]')
  )?.focus();
/** The first of what the panel offers: a ticket where there is one, else the name. */
const focusPanel = (): void => document.querySelector<HTMLElement>('[data-customer-panel] :is(button, input)')?.focus();

function Find() {
  const text = useCustomers((state) => state.text);
  return (
    <div className="flex h-[40px] items-center px-4 pb-1">
      <div className="relative w-[380px] min-w-0">
        <Search size={14} aria-hidden className="absolute top-[9px] left-[9px] text-ink-2" />
        <input
          type="search"
          data-find-customer
          aria-label={u.find}
          placeholder={u.findHow}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          maxLength={320}
          value={text}
          className={`${inputClass} pl-[29px]`}
          onChange={(event) => findText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
            event.preventDefault();
            focusList();
          }}
        />
        <span className="absolute top-[7px] right-[8px]">{text === '' && <Kbd keys="f" />}</span>
      </div>
    </div>
  );
}

function Nothing({ searched }: { readonly searched: boolean }) {
  const icon = <Users size={28} strokeWidth={1.4} aria-hidden />;
  return (
    <Empty title={searched ? u.nobody : u.none} icon={icon}>
      {searched ? u.nobodyHow : u.noneHow}
    </Empty>
  );
}

/** Everybody who wrote to this desk: found, known, and all they asked. */
export function CustomersScreen() {
  const text = useDeferredValue(useCustomers((state) => state.text.trim()));
  const chosen = useCustomers((state) => state.chosen);
  const total = useCount(text);
  const add = (
    <Button look="primary" onClick={() => void addCustomer()} icon={<Plus size={15} strokeWidth={2.2} aria-hidden />}>
      {u.add}
      <Kbd keys="n" on />
    </Button>
  );
  return (
    <>
      <Header title={t.screens.customers} action={add} {...(total !== undefined && { note: u.count(total) })}>
        <Find />
      </Header>
      <main className="flex min-h-0 flex-1 max-[680px]:flex-col" aria-busy={total === undefined}>
        {total === 0 && <Nothing searched={text !== ''} />}
        {total !== undefined && total > 0 && <CustomerList key={text} text={text} total={total} onEnter={focusPanel} />}
        {chosen !== null && (
          <div data-customer-panel className="flex min-h-0 max-[680px]:flex-[1.4]">
            <CustomerPanel id={chosen} onBack={focusList} />
          </div>
        )}
        {chosen === null && total !== undefined && total > 0 && (
          <div className="flex w-[520px] min-w-0 shrink border-l border-line max-[1000px]:w-[360px] max-[680px]:hidden">
            <Empty title={u.choose}>{u.chooseHow}</Empty>
          </div>
        )}
      </main>
    </>
  );
}
