import { PanelLeft, Settings, Tag } from 'lucide-react';
import type { ReactNode } from 'react';
import { useNeeded } from '../callbacks/use-needed.ts';
import { useInfo, useSummary } from '../client/use-desk.ts';
import { number, t } from '../strings/en.ts';
import { useViews } from '../tickets/views.ts';
import { IconButton } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { initials } from '../ui/format.ts';
import { screens } from './screens.ts';
import { useFolded } from './use-folded.ts';
import { goTo, openDialog, openView, useWindow, type Screen } from './window-store.ts';

type EntryProps = {
  readonly label: string;
  readonly icon?: ReactNode;
  readonly count?: number | undefined;
  readonly current: boolean;
  /** The screen that holds the current view: set apart, but not where one is. */
  readonly urgent?: boolean;
  readonly folded: boolean;
  readonly onOpen: () => void;
};

function Entry({ label, icon, count, current, urgent = false, folded, onOpen }: EntryProps) {
  return (
    <li>
      <button
        type="button"
        onClick={onOpen}
        aria-current={current ? 'page' : undefined}
        title={folded ? label : undefined}
        className={cx(
          'flex h-[29px] w-full items-center gap-2 rounded-md border px-[10px] text-left font-medium',
          current
            ? 'border-line-strong/70 bg-surface font-semibold text-ink'
            : 'border-transparent text-ink-2 hover:bg-sunken',
          urgent && 'text-late',
          folded && 'justify-center px-0',
        )}
      >
        {icon}
        {!folded && (
          <span className="min-w-0 flex-1 truncate" dir="auto">
            {label}
          </span>
        )}
        {folded && icon === undefined && (
          <span aria-hidden className="text-cap font-semibold">
            {initials(label)}
          </span>
        )}
        {folded && <span className="sr-only">{label}</span>}
        {count !== undefined && (
          <span className={folded ? 'sr-only' : 'text-[12.5px] tabular-nums'}>{number(count)}</span>
        )}
      </button>
    </li>
  );
}

function Screens({ folded }: { readonly folded: boolean }) {
  const screen = useWindow((state) => state.screen);
  const open = useSummary().data?.open;
  const needed = useNeeded();
  const counts: Partial<Record<Screen, number | undefined>> = { queues: open, callbacks: needed };
  return (
    <ul className="flex flex-col">
      {screens.map(({ screen: name, icon: Icon }) => (
        <Entry
          key={name}
          label={t.screens[name]}
          icon={<Icon size={16} strokeWidth={1.8} aria-hidden className="shrink-0" />}
          count={counts[name]}
          current={screen === name}
          folded={folded}
          onOpen={() => goTo(name)}
        />
      ))}
    </ul>
  );
}

function Views({ folded }: { readonly folded: boolean }) {
  const views = useViews();
  const screen = useWindow((state) => state.screen);
  const viewId = useWindow((state) => state.viewId);
  const current = views.find((view) => view.id === viewId) ?? views[0];
  return (
    <ul aria-label={t.side.views} className="flex flex-col">
      {views.map((view) => (
        <Entry
          key={view.id}
          label={view.name}
          count={view.count}
          urgent={view.urgent && view.count > 0}
          current={screen === 'queues' && view.id === current?.id}
          folded={folded}
          onOpen={() => openView(view.id)}
        />
      ))}
    </ul>
  );
}

/** The desk's name, the screens, the saved views. */
export function SideBar() {
  const { folded, fold } = useFolded();
  const name = useInfo().data?.name ?? t.appName;
  return (
    <nav
      aria-label={t.side.label}
      className={cx(
        'group/side relative flex shrink-0 flex-col overflow-y-auto border-r border-line bg-canvas px-[7px] pb-2',
        folded ? 'w-14' : 'w-[212px]',
      )}
    >
      <div
        className={cx('mt-[6px] flex h-[36px] shrink-0 items-center gap-2', folded ? 'justify-center' : 'pl-[11px]')}
      >
        <span
          aria-hidden
          className="inline-flex size-5 shrink-0 items-center justify-center rounded-[5px] bg-accent text-[11px] font-bold text-on-accent"
        >
          {initials(name).slice(0, 1)}
        </span>
        {!folded && (
          <span className="min-w-0 flex-1 truncate font-semibold" dir="auto" title={name}>
            {name}
          </span>
        )}
      </div>
      <Screens folded={folded} />
      <div className="mt-[12px] flex h-[26px] shrink-0 items-center px-[11px] text-cap font-medium text-ink-2">
        {folded ? <Tag size={14} strokeWidth={1.8} aria-hidden className="mx-auto" /> : t.side.views}
      </div>
      <Views folded={folded} />
      <span className="flex-1" />
      <div className={cx('mt-2 flex gap-1', folded ? 'flex-col items-center' : 'justify-between px-1')}>
        <IconButton label={t.settings.title} onClick={() => openDialog('settings')}>
          <Settings size={15} strokeWidth={1.8} aria-hidden />
        </IconButton>
        <IconButton label={t.side.collapse} aria-expanded={!folded} onClick={fold}>
          <PanelLeft size={15} strokeWidth={1.8} aria-hidden />
        </IconButton>
      </div>
    </nav>
  );
}
