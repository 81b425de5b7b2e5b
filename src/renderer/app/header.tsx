import { Plus, Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../strings/en.ts';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { openDialog } from './window-store.ts';

type HeaderProps = {
  readonly title: string;
  readonly note?: string;
  /** In place of "New ticket". */
  readonly action?: ReactNode;
  /** The bar below: filters, switches. */
  readonly children?: ReactNode;
};

/** Title and count, the search that opens the palette, one primary action. Where it is narrow the search gives way first. */
export function Header({ title, note, action, children }: HeaderProps) {
  return (
    <header className="shrink-0 border-b border-line">
      <div className="mt-[3px] flex h-[44px] items-center gap-[10px] px-4">
        <h1 className="min-w-0 truncate text-head font-bold" dir="auto" title={title}>
          {title}
        </h1>
        {note !== undefined && <span className="shrink-0 text-ink-2 tabular-nums max-[640px]:hidden">{note}</span>}
        <span className="flex-1" />
        <button
          type="button"
          onClick={() => openDialog('palette')}
          className="flex h-[31px] w-[300px] min-w-[88px] shrink-[99999] items-center gap-2 rounded-md border border-line bg-sunken px-[10px] text-left text-ink-2 hover:border-line-strong"
        >
          <Search size={15} strokeWidth={1.8} aria-hidden className="shrink-0" />
          <span className="min-w-0 flex-1 truncate">{t.header.search}</span>
          <Kbd keys="mod+k" />
        </button>
        {action ?? (
          <Button
            look="primary"
            onClick={() => openDialog('newTicket')}
            icon={<Plus size={15} strokeWidth={2.2} aria-hidden />}
          >
            {t.header.newTicket}
            <Kbd keys="c" on />
          </Button>
        )}
      </div>
      {children}
    </header>
  );
}
