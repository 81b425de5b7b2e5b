import { Columns3, Ellipsis, Rows3, SquareKanban, X } from 'lucide-react';
import { useRef, useState } from 'react';
import type { View } from '../../contract/index.ts';
import { openDialog, openPicker, resetView, useWindow } from '../app/window-store.ts';
import { useNames, useZone } from '../client/use-desk.ts';
import { t } from '../strings/en.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { Menu, type MenuItem } from '../ui/menu.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { useMinute } from '../ui/use-now.ts';
import { columnKeys, toggleColumn } from './columns.ts';
import { exportView } from './export-view.ts';
import { FilterEditor } from './filter-editors.tsx';
import { addableFields, groupKeys, hasField, usedFields, withoutField, type FilterField } from './filter-fields.ts';
import { fieldName, filterWords } from './filter-words.ts';
import { deleteView, saveView } from './views.ts';

type BarProps = {
  readonly view: View;
  readonly changed: boolean;
  readonly onChange: (change: Partial<View>) => void;
  readonly onColumns: (columns: View['columns']) => void;
};

type Pending = { readonly viewId: string; readonly field: FilterField };

function FilterChips({ view, onChange }: BarProps) {
  const zone = useZone();
  const now = useMinute();
  const context = { ...useNames(), zone, now };
  // Chosen from the menu, with nothing chosen in it yet: its chip stays until it has a value or is taken away.
  const [pending, setPending] = useState<Pending | null>(null);
  const adding = pending?.viewId === view.id ? pending.field : null;
  const picker = useWindow((state) => state.picker);
  const set = (filter: View['filter']): void => onChange({ filter });
  const used = usedFields(view.filter);
  const shown = adding !== null && !used.includes(adding) ? [...used, adding] : used;
  const toAdd = addableFields.filter((field) => !shown.includes(field));
  const chosen = useRef<FilterField | null>(null);
  const start = (field: FilterField): void => {
    if (field === 'open' || field === 'solvedToday') set({ ...view.filter, [field]: true });
    else chosen.current = field;
  };
  // Only now: while the menu closes it takes the focus back, which would close the editor again.
  const edit = (): void => {
    if (chosen.current !== null) setPending({ viewId: view.id, field: chosen.current });
    chosen.current = null;
  };
  const remove = (field: FilterField): void => {
    setPending(null);
    if (hasField(view.filter, field)) set(withoutField(view.filter, field));
    document.querySelector<HTMLElement>('[data-add-filter]')?.focus();
  };
  return (
    <>
      {shown.map((field) => (
        <span
          key={`${view.id} ${field}`}
          className="group/chip relative inline-flex"
          onKeyDown={(event) => {
            const onChip = event.target instanceof HTMLButtonElement && event.currentTarget.contains(event.target);
            if (onChip && (event.key === 'Delete' || event.key === 'Backspace')) remove(field);
          }}
        >
          <FilterEditor
            field={field}
            label={fieldName[field]}
            filter={view.filter}
            onChange={set}
            zone={zone}
            startOpen={adding === field}
            trigger={
              used.includes(field) ? (
                <Chip field={fieldName[field]} value={filterWords(view.filter, field, context)} />
              ) : (
                <Chip dashed field={fieldName[field]} value={t.bar.any} />
              )
            }
          />
          <button
            type="button"
            aria-label={t.bar.remove(fieldName[field])}
            title={t.bar.remove(fieldName[field])}
            onClick={() => remove(field)}
            className="absolute -top-[6px] -right-[6px] inline-flex size-[15px] items-center justify-center rounded-full border border-line-strong bg-surface text-ink-2 opacity-0 group-hover/chip:opacity-100 focus-visible:opacity-100 hover:text-ink"
          >
            <X size={10} aria-hidden />
          </button>
        </span>
      ))}
      <GroupChip view={view} onChange={onChange} />
      <Menu
        label={t.bar.addFilter}
        open={picker === 'addFilter'}
        onOpenChange={(open) => openPicker(open ? 'addFilter' : null)}
        trigger={
          <Chip dashed data-add-filter aria-label={t.bar.addFilter}>
            {t.bar.filter}
          </Chip>
        }
        onClosed={edit}
        items={toAdd.map((field) => ({ label: fieldName[field], onPick: () => start(field) }))}
      />
    </>
  );
}

const kanbanKeys = ['status', 'assignee', 'priority', 'band'] as const;

function GroupChip({ view, onChange }: Pick<BarProps, 'view' | 'onChange'>) {
  if (view.layout === 'kanban') {
    const items = kanbanKeys.map((key) => ({
      label: t.group[key],
      checked: view.kanbanBy === key,
      onPick: () => onChange({ kanbanBy: key }),
    }));
    return (
      <Menu
        label={t.bar.boardBy}
        trigger={<Chip field={t.bar.boardBy} value={t.group[view.kanbanBy]} />}
        items={items}
      />
    );
  }
  const keys = [null, ...groupKeys];
  const items = keys.map((key) => ({
    label: key === null ? t.bar.nothing : t.group[key],
    checked: view.groupBy === key,
    onPick: () => onChange({ groupBy: key }),
  }));
  const value = view.groupBy === null ? t.bar.nothing : t.group[view.groupBy];
  return <Menu label={t.bar.groupBy} trigger={<Chip field={t.bar.groupBy} value={value} />} items={items} />;
}

function Saving({ view }: { readonly view: View }) {
  return (
    <span className="ml-1 flex shrink-0 items-center gap-1">
      <Button small look="quiet" onClick={() => void saveView(view)}>
        {t.bar.save}
      </Button>
      <Button small look="quiet" onClick={() => resetView(view.id)}>
        {t.bar.reset}
      </Button>
    </span>
  );
}

function ViewMenu({ view }: { readonly view: View }) {
  const items: MenuItem[] = [
    { label: t.bar.save, onPick: () => void saveView(view), keys: 'mod+s' },
    { label: t.bar.saveAsNew, onPick: () => openDialog('saveView') },
    { label: t.bar.reset, onPick: () => resetView(view.id) },
    { label: t.bar.export, onPick: () => void exportView(view), keys: 'shift+e', parted: true },
    {
      label: view.pinned ? t.bar.restore : t.bar.delete,
      onPick: () => void deleteView(view),
      danger: !view.pinned,
      parted: true,
    },
  ];
  const trigger = (
    <IconButton label={t.bar.more}>
      <Ellipsis size={15} aria-hidden />
    </IconButton>
  );
  return <Menu label={t.bar.more} trigger={trigger} items={items} align="end" />;
}

function ColumnMenu({ view, onColumns }: Pick<BarProps, 'view' | 'onColumns'>) {
  const picker = useWindow((state) => state.picker);
  const items = columnKeys.map((key) => ({
    label: t.column[key],
    checked: view.columns.some((column) => column.key === key),
    onPick: () => onColumns(toggleColumn(view.columns, key)),
  }));
  const trigger = (
    <IconButton label={t.bar.columns}>
      <Columns3 size={15} aria-hidden />
    </IconButton>
  );
  return (
    <Menu
      label={t.bar.columns}
      trigger={trigger}
      items={items}
      align="end"
      stays
      open={picker === 'columns'}
      onOpenChange={(open) => openPicker(open ? 'columns' : null)}
    />
  );
}

const layouts = [
  { value: 'table', label: t.bar.table, icon: <Rows3 size={15} strokeWidth={1.9} aria-hidden /> },
  { value: 'kanban', label: t.bar.board, icon: <SquareKanban size={15} strokeWidth={1.9} aria-hidden /> },
] as const;

/** Filters as chips, grouping, saving, and table or board at the right. */
export function FilterBar(props: BarProps) {
  const { view, changed, onChange, onColumns } = props;
  return (
    <div className="mb-[4px] flex min-h-[34px] items-center gap-2 px-4" role="toolbar" aria-label={t.bar.filters}>
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-[6px]">
        <FilterChips {...props} />
        {changed && <Saving view={view} />}
      </div>
      <ViewMenu view={view} />
      {view.layout === 'table' && <ColumnMenu view={view} onColumns={onColumns} />}
      <Segmented
        label={t.bar.layout}
        segments={layouts}
        value={view.layout}
        onChange={(layout) => onChange({ layout })}
      />
    </div>
  );
}
