import { useQuery } from '@tanstack/react-query';
import { Award } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Certificate } from '../../../contract/index.ts';
import { useFirstFocus } from '../../app/use-focus.ts';
import { useTold } from '../../coaching/use-told.ts';
import { orpc } from '../../client/client.ts';
import { usePeople } from '../../client/use-desk.ts';
import { useViewer } from '../../people/viewer.ts';
import { NotRead } from '../../ui/not-read.tsx';
import { stageOf } from '../../app/use-focus.ts';
import { ow } from '../../strings/en-onboarding.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { ComboPicker } from '../../ui/combo.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Hints } from '../../ui/hints.tsx';
import { ask, setOnboarding, useOnboarding } from '../onboarding-store.ts';
import { useTabActions } from '../tab-actions.ts';
import { removeCertificate } from '../writes.ts';
import { CertificateGrid } from './certificate-grid.tsx';

const w = ow.certificates;

type FilterProps = { readonly open: boolean; readonly onOpenChange: (open: boolean) => void };

/** Whose certificates are shown. */
function PersonFilter({ open, onOpenChange }: FilterProps) {
  const personId = useOnboarding((state) => state.personId);
  const people = usePeople();
  const name = people.find(({ id }) => id === personId)?.name ?? w.everybody;
  return (
    <ComboPicker
      label={w.of}
      open={open}
      onOpenChange={onOpenChange}
      options={[
        { value: null, label: w.everybody },
        ...people.map((person) => ({ value: person.id, label: person.name })),
      ]}
      chosen={[personId]}
      onToggle={({ value }) => setOnboarding({ personId: value })}
      trigger={
        <Chip field={w.of} value={name}>
          <Kbd keys="f" />
        </Chip>
      }
    />
  );
}

function Bar({ all, leads }: { readonly all: readonly Certificate[]; readonly leads: boolean }) {
  const [open, setOpen] = useState(false);
  useTabActions(leads ? { filter: () => setOpen(true) } : {});
  const count = (state: Certificate['state']): number => all.filter((each) => each.state === state).length;
  return (
    <div className="flex min-h-[34px] shrink-0 flex-wrap items-center gap-2 border-b border-line px-4 py-1">
      {leads && <PersonFilter open={open} onOpenChange={setOpen} />}
      <span className="text-small text-ink-2 tabular-nums">{w.counts(count('expired'), count('soon'))}</span>
    </div>
  );
}

function Nothing({ leads, one }: { readonly leads: boolean; readonly one: boolean }) {
  const icon = <Award size={28} strokeWidth={1.4} aria-hidden />;
  const actions = leads && (
    <>
      <Button data-first look="primary" onClick={() => ask({ what: 'certificate', certificate: null })}>
        {w.add}
        <Kbd keys="n" on />
      </Button>
      {one && <Button onClick={() => setOnboarding({ personId: null })}>{w.all}</Button>}
    </>
  );
  return (
    <Empty title={one ? w.emptyOne : w.empty} icon={icon} actions={actions || undefined}>
      {leads ? w.emptyHow : w.emptyOwnHow}
    </Empty>
  );
}

function Listed({ certificates, leads }: { readonly certificates: readonly Certificate[]; readonly leads: boolean }) {
  const certificateId = useOnboarding((state) => state.certificateId);
  const told = useTold();
  const at = Math.max(
    0,
    certificates.findIndex(({ id }) => id === certificateId),
  );
  const current = certificates[at];
  const open = (certificate: Certificate): void => ask({ what: 'certificate', certificate });
  useTabActions(
    leads && current !== undefined ? { open: () => open(current), remove: () => removeCertificate(current) } : {},
  );
  return <CertificateGrid certificates={certificates} at={at} told={told} onOpen={leads ? open : undefined} />;
}

const h = w.hints;
const hints = [
  ['j / k', h.move],
  ['enter', h.open],
  ['delete', h.remove],
  ['f', h.filter],
] as const;

/** Who holds which certificate, those that end first on top. */
export function CertificatesTab() {
  const personId = useOnboarding((state) => state.personId);
  const { leads } = useViewer();
  const one = leads && personId !== null;
  const input = one ? { personId } : {};
  const asked = useQuery(orpc.onboarding.certificates.queryOptions({ input }));
  const box = useRef<HTMLDivElement>(null);
  const all = asked.data?.certificates;
  useFirstFocus(box, stageOf(all?.length));
  useTabActions(leads ? { add: () => ask({ what: 'certificate', certificate: null }) } : {});
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col">
      <Bar all={all ?? []} leads={leads} />
      {all === undefined && <NotRead asked={asked} />}
      {all?.length === 0 && <Nothing leads={leads} one={one} />}
      {all !== undefined && all.length > 0 && <Listed certificates={all} leads={leads} />}
      {all !== undefined && all.length > 0 && <Hints yields hints={leads ? hints : hints.slice(0, 1)} />}
    </div>
  );
}
