import { ChevronDown, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import type { Inspection, TicketField } from '../../contract/index.ts';
import { ticketFields } from '../../contract/words.ts';
import { useZone } from '../client/use-desk.ts';
import { x } from '../strings/en-exchange.ts';
import { ComboPicker } from '../ui/combo.tsx';
import { cx } from '../ui/cx.ts';
import { mapColumn } from './flow.ts';
import { stepOf, useImport } from './import-store.ts';
import { columnNames, examplesOf, missingFields, openQuestions, tally, type Draft } from './mapping.ts';
import { MappingMenu } from './mapping-menu.tsx';
import { Rows } from './rows.tsx';
import { Section, type SectionState } from './section.tsx';
import { ValueMaps } from './value-maps.tsx';

const fieldOptions = ticketFields.map((value) => ({ value, label: x.field[value] }));
const many: ReadonlySet<TicketField> = new Set(['custom', 'ignore', 'tags']);

type FieldProps = {
  readonly header: string;
  readonly index: number;
  readonly field: TicketField;
  readonly shared: boolean;
};

function FieldPicker({ header, index, field, shared }: FieldProps) {
  const deskZone = useZone();
  const plain = field === 'custom' || field === 'ignore';
  return (
    <ComboPicker
      label={x.columns.fieldOf(header)}
      options={fieldOptions}
      chosen={[field]}
      onToggle={({ value }) => {
        const next = ticketFields.find((each) => each === value);
        if (next !== undefined) mapColumn(index, next, deskZone);
      }}
      trigger={
        <button
          type="button"
          aria-label={`${x.columns.fieldOf(header)}: ${x.field[field]}`}
          title={shared ? x.columns.shared : undefined}
          className="-my-[3px] flex h-[26px] w-full items-center gap-2 rounded-[5px] border border-line px-2 text-left hover:border-line-strong hover:bg-sunken data-popup-open:bg-sunken"
        >
          <span className={cx('min-w-0 flex-1 truncate', plain ? 'text-ink-2' : 'font-semibold')}>
            {x.field[field]}
          </span>
          <ChevronDown size={13} aria-hidden className="shrink-0 text-ink-3" />
        </button>
      }
    />
  );
}

const heads = [{ text: x.columns.column }, { text: x.columns.goesTo }, { text: x.columns.examples }];

function Examples({ texts }: { readonly texts: readonly string[] }) {
  if (texts.length === 0) return <span className="text-ink-3">{x.columns.noExample}</span>;
  return (
    <span className="flex min-w-0 gap-2 text-ink-2">
      {texts.map((text) => (
        <bdi
          key={text}
          title={text}
          className="max-w-[240px] min-w-0 shrink truncate rounded-[4px] bg-sunken px-[6px] text-small leading-[19px]"
        >
          {text}
        </bdi>
      ))}
    </span>
  );
}

type Part = { readonly draft: Draft; readonly inspection: Inspection };

function Table({ draft, inspection }: Part) {
  const { mapping } = draft;
  const { sample } = inspection;
  const names = useMemo(() => columnNames(mapping), [mapping]);
  const fixed = mapping.format === 'zendeskJson';
  return (
    <Rows
      label={x.columns.table}
      columns="grid-cols-[clamp(110px,24%,300px)_minmax(150px,190px)_minmax(0,1fr)]"
      heads={heads}
      rows={mapping.columns}
      cells={({ header, field }, index) => {
        const blank = header.trim() === '';
        const name = blank ? x.columns.noHeader(index + 1) : (names[index] ?? header);
        const shared = !many.has(field) && mapping.columns.filter((column) => column.field === field).length > 1;
        return [
          <bdi key="header" title={name} className={cx('block truncate', blank ? 'text-ink-3' : 'font-medium')}>
            {name}
          </bdi>,
          fixed ? (
            <span key="field" className="font-semibold">
              {x.field[field]}
            </span>
          ) : (
            <FieldPicker key="field" header={name} index={index} field={field} shared={shared} />
          ),
          <Examples key="examples" texts={examplesOf(sample, index)} />,
        ];
      }}
    />
  );
}

function Missing({ fields }: { readonly fields: readonly TicketField[] }) {
  if (fields.length === 0) return null;
  return (
    <p role="alert" className="flex items-start gap-2 border-b border-line bg-risk-soft px-4 py-2 text-risk">
      <TriangleAlert size={15} aria-hidden className="mt-[2px] shrink-0" />
      {x.columns.missing(fields.map((field) => x.field[field]))}
    </p>
  );
}

/** Each column of the file, three of its values, and the field it goes to; what its values mean. */
export function ColumnsSection() {
  const state = useImport();
  const { draft, inspection } = state;
  if (draft === null || inspection === null || openQuestions(draft).length > 0)
    return <Section id="columns" title={x.steps.columns} state="later" note={x.columns.later} />;
  const step: SectionState = stepOf(state) === 'columns' ? 'now' : 'done';
  const { mapped, custom, ignored } = tally(draft.mapping);
  const fixed = draft.mapping.format === 'zendeskJson';
  return (
    <Section
      id="columns"
      title={x.steps.columns}
      state={step}
      note={fixed ? x.columns.fixed : x.columns.summary(mapped, custom, ignored)}
    >
      {!fixed && <MappingMenu draft={draft} inspection={inspection} />}
      <Missing fields={missingFields(draft.mapping)} />
      <Table draft={draft} inspection={inspection} />
      {!fixed && <ValueMaps draft={draft} inspection={inspection} />}
    </Section>
  );
}
