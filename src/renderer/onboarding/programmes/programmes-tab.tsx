import { useQuery } from '@tanstack/react-query';
import { useRef, type RefObject } from 'react';
import type { Programme } from '../../../contract/index.ts';
import { useFirstFocus } from '../../app/use-focus.ts';
import { orpc } from '../../client/client.ts';
import { useViewer } from '../../people/viewer.ts';
import { NotRead } from '../../ui/not-read.tsx';
import { pw } from '../../strings/en-onboarding-programmes.ts';
import { Button } from '../../ui/button.tsx';
import { Hints } from '../../ui/hints.tsx';
import { setOnboarding, useOnboarding } from '../onboarding-store.ts';
import { useTabActions } from '../tab-actions.ts';
import { archive } from '../writes.ts';
import { Builder } from './builder.tsx';
import { resume, useBuilder, useParked } from './builder-store.ts';
import { beginProgramme, openProgramme } from './programme-actions.ts';
import { ProgrammeList } from './programme-list.tsx';
import { ProgrammeView } from './programme-view.tsx';

/** What was left with changes that are not saved. */
function Waiting() {
  return Object.values(useParked()).map(({ id, draft }) => (
    <div
      key={id ?? ''}
      className="flex min-h-[38px] shrink-0 items-center gap-2 border-b border-line bg-risk-soft px-4"
    >
      <span className="min-w-0 flex-1 truncate" dir="auto">
        {pw.waiting(draft?.name === undefined || draft.name === '' ? pw.unnamed : draft.name)}
      </span>
      <Button small onClick={() => resume(id)}>
        {pw.goOn}
      </Button>
    </div>
  ));
}

function actionsOf(programme: Programme | undefined, leads: boolean) {
  if (!leads) return {};
  return {
    add: beginProgramme,
    ...(programme !== undefined && { open: () => openProgramme(programme) }),
    ...(programme !== undefined && !programme.template && { remove: () => archive(programme) }),
  };
}

const h = pw.hints;
function hintsOf(programme: Programme | undefined, leads: boolean): readonly (readonly [string, string])[] {
  if (!leads || programme === undefined) return [['j / k', h.move]];
  return [
    ['j / k', h.move],
    ['enter', programme.template ? h.copy : h.open],
    ...(programme.template ? [] : [['delete', h.archive] as const]),
  ];
}

type ListedProps = {
  readonly programmes: readonly Programme[];
  readonly leads: boolean;
  readonly view: RefObject<HTMLDivElement | null>;
};

function Listed({ programmes, leads, view }: ListedProps) {
  const programmeKey = useOnboarding((state) => state.programmeKey);
  const list = useRef<HTMLDivElement>(null);
  const programme = programmes.find(({ key }) => key === programmeKey) ?? programmes[0];
  useTabActions(actionsOf(programme, leads));
  return (
    <>
      <Waiting />
      <div className="flex min-h-0 flex-1 max-[820px]:flex-col">
        <div className="flex w-[320px] shrink-0 flex-col max-[1100px]:w-[240px] max-[820px]:h-[38%] max-[820px]:w-full">
          <ProgrammeList
            list={list}
            programmes={programmes}
            currentKey={programme?.key ?? null}
            leads={leads}
            onChoose={(key) => setOnboarding({ programmeKey: key })}
            onOpen={leads && programme !== undefined ? () => openProgramme(programme) : undefined}
            onEnter={() => view.current?.focus({ preventScroll: true })}
          />
        </div>
        {programme !== undefined && (
          <ProgrammeView
            ref={view}
            programme={programme}
            leads={leads}
            onLeave={() => list.current?.focus({ preventScroll: true })}
          />
        )}
      </div>
      <Hints yields hints={hintsOf(programme, leads)} />
    </>
  );
}

/** Programmes of the desk and templates beside what is in them; the editor in their place while one is changed. */
export function ProgrammesTab() {
  const asked = useQuery(orpc.onboarding.programmes.queryOptions());
  const { draft, place, id } = useBuilder();
  const { leads } = useViewer();
  const box = useRef<HTMLDivElement>(null);
  const view = useRef<HTMLDivElement>(null);
  const building = leads && draft !== null;
  useFirstFocus(box, asked.data === undefined ? null : building ? 'builder' : 'list');
  if (asked.data === undefined) return <NotRead asked={asked} />;
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col">
      {building ? (
        <Builder key={id ?? 'new'} body={draft} place={place} />
      ) : (
        <Listed programmes={asked.data.programmes} leads={leads} view={view} />
      )}
    </div>
  );
}
