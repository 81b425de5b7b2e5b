import { useQuery } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { useState, type SyntheticEvent } from 'react';
import type { Inspection, Mapping } from '../../contract/index.ts';
import { orpc } from '../client/client.ts';
import { x } from '../strings/en-exchange.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { Menu, type MenuItem } from '../ui/menu.tsx';
import { deleteMapping, saveMapping, takeMapping } from './flow.ts';
import { useImport } from './import-store.ts';
import { draftOf, withSaved, type Draft } from './mapping.ts';

const longestName = 100;

type SaveProps = { readonly start: string; readonly taken: readonly string[]; readonly onClose: () => void };

function SaveForm({ start, taken, onClose }: SaveProps) {
  const [name, setName] = useState(start);
  const [tried, setTried] = useState(false);
  const wanted = name.trim();
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    if (wanted === '') return;
    onClose();
    void saveMapping(wanted);
  };
  const hint = taken.includes(wanted) ? x.columns.nameTaken(wanted) : x.columns.nameHint;
  return (
    <form onSubmit={submit} className="flex flex-col gap-3 p-4">
      <Field label={x.columns.name} hint={hint} error={tried && wanted === '' ? x.columns.needName : undefined}>
        {(ids) => (
          <TextInput
            {...ids}
            autoFocus
            dir="auto"
            maxLength={longestName}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <FormFoot>
        <Button onClick={onClose}>{x.columns.cancel}</Button>
        <Button type="submit" look="primary">
          {x.columns.save}
        </Button>
      </FormFoot>
    </form>
  );
}

/** What was answered about dates is no change of a mapping. */
const same = (a: Mapping, b: Mapping): boolean =>
  JSON.stringify([a.format, a.columns, a.values]) === JSON.stringify([b.format, b.columns, b.values]);
const baseName = (fileName: string): string => fileName.replace(/(\.[a-z0-9]{1,6}){1,2}$/i, '').slice(0, longestName);

type Saved = { readonly name: string; readonly mapping: Mapping };
type Part = { readonly draft: Draft; readonly inspection: Inspection };

/** Whether the mapping on screen differs from the saved one in use, or from what was detected. */
function isEdited({ draft, inspection }: Part, used: Saved | undefined): boolean {
  if (same(draftOf(inspection).mapping, draft.mapping))
    return used !== undefined && used.name !== inspection.savedMapping;
  if (used === undefined) return true;
  try {
    return !same(withSaved(inspection, used.mapping).mapping, draft.mapping);
  } catch {
    return true;
  }
}

type Menuful = {
  readonly saved: readonly Saved[];
  readonly used: Saved | undefined;
  readonly edited: boolean;
  readonly foundByHeader: boolean;
  readonly onName: () => void;
};

function itemsOf({ saved, used, edited, foundByHeader, onName }: Menuful): readonly MenuItem[] {
  const detected = {
    label: x.columns.asDetected,
    checked: used === undefined && !edited,
    onPick: () => takeMapping(null),
  };
  const into = used !== undefined && edited;
  return [
    ...(foundByHeader ? [] : [detected]),
    ...saved.map((one) => ({ label: one.name, checked: one.name === used?.name, onPick: () => takeMapping(one) })),
    ...(into
      ? [{ label: x.columns.saveInto(used.name), parted: true, onPick: () => void saveMapping(used.name) }]
      : []),
    { label: x.columns.saveAs, parted: !into, onPick: onName },
    ...(used === undefined
      ? []
      : [
          {
            label: x.columns.remove(used.name),
            danger: true,
            onPick: () => void deleteMapping(used.name, used.mapping),
          },
        ]),
  ];
}

/** Which mapping is in use, and the saved ones: use, save, delete. */
export function MappingMenu({ draft, inspection }: Part) {
  const savedName = useImport((state) => state.savedName);
  const [naming, setNaming] = useState(false);
  const saved = useQuery(orpc.exchange.mappings.queryOptions()).data?.mappings ?? [];
  const used = saved.find(({ name }) => name === savedName);
  const edited = isEdited({ draft, inspection }, used);
  const foundByHeader = inspection.savedMapping !== null;
  const items = itemsOf({ saved, used, edited, foundByHeader, onName: () => setNaming(true) });
  const value = used?.name ?? x.columns.detected;
  return (
    <div className="flex min-h-[40px] flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-[6px]">
      <Menu
        label={x.columns.menu}
        items={items}
        trigger={
          <Chip field={x.columns.mapping} value={edited ? `${value}, ${x.columns.edited}` : value}>
            <ChevronDown size={13} aria-hidden className="text-ink-3" />
          </Chip>
        }
      />
      <Button small onClick={() => setNaming(true)}>
        {x.columns.saveAs}
      </Button>
      {used !== undefined && (
        <span className="min-w-0 truncate text-small text-ink-2" dir="auto">
          {inspection.savedMapping === used.name ? x.columns.foundByHeader(used.name) : x.columns.used(used.name)}
        </span>
      )}
      <Dialog title={x.columns.saveTitle} open={naming} onClose={() => setNaming(false)} width={420}>
        <SaveForm
          start={used?.name ?? baseName(inspection.fileName)}
          taken={saved.map(({ name }) => name)}
          onClose={() => setNaming(false)}
        />
      </Dialog>
    </div>
  );
}
