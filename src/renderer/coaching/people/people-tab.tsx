import { useQuery } from '@tanstack/react-query';
import { HeartHandshake } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Coached } from '../../../contract/index.ts';
import { openDialog } from '../../app/window-store.ts';
import { orpc } from '../../client/client.ts';
import { NotRead } from '../../ui/not-read.tsx';
import { Hints } from '../../ui/hints.tsx';
import { stageOf } from '../../app/use-focus.ts';
import { cw } from '../../strings/en-coaching.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { ask, setCoaching, useCoaching } from '../coaching-store.ts';
import { hintsOfList } from '../hints.ts';
import { PersonPage, type PageHandle } from '../page/person-page.tsx';
import { useTabActions } from '../tab-actions.ts';
import { useFirstFocus } from '../../app/use-focus.ts';
import { useTold } from '../use-told.ts';
import { useViewer } from '../../people/viewer.ts';
import { PeopleList } from './people-list.tsx';

const w = cw.people;

/** Moved along quickly, the pages between are not read. */
const restMs = 120;

/** What can be added to the page of whom the cursor is on, also while it is still being read. */
function useAddActions(personId: string | undefined, leads: boolean, cadence: () => void): void {
  useTabActions({
    // Their own is an agent's to have, too.
    ...(personId !== undefined && { dossier: () => ask({ what: 'dossier', personId }) }),
    ...(leads &&
      personId !== undefined && {
        session: () => ask({ what: 'session', personId }),
        praise: () => ask({ what: 'praise', personId }),
        goal: () => ask({ what: 'goal', personId, sessionId: null, goal: null }),
        action: () => ask({ what: 'action', personId, sessionId: null, action: null }),
        cadence,
      }),
  });
}

function Loaded({ people }: { readonly people: readonly Coached[] }) {
  const personId = useCoaching((state) => state.personId);
  const told = useTold();
  const list = useRef<HTMLDivElement>(null);
  const page = useRef<PageHandle>(null);
  const current = people.find((each) => each.personId === personId) ?? people[0];
  const shown = useSettled(current?.personId ?? '', restMs);
  const isShown = people.some((each) => each.personId === shown);
  const [entering, setEntering] = useState(false);
  useAddActions(current?.personId, useViewer().leads, () => page.current?.cadence());
  return (
    <div className="flex min-h-0 flex-1 max-[820px]:flex-col">
      <div className="flex w-[312px] shrink-0 flex-col max-[1100px]:w-[250px] max-[820px]:h-[38%] max-[820px]:w-full">
        <PeopleList
          list={list}
          people={people}
          currentId={current?.personId ?? null}
          told={told}
          onChoose={(id) => {
            setEntering(false);
            setCoaching({ personId: id });
          }}
          onEnter={() => setEntering(true)}
        />
      </div>
      {isShown && (
        <PersonPage
          key={shown}
          personId={shown}
          handle={page}
          entering={entering && shown === current?.personId}
          onEntered={() => setEntering(false)}
          onLeave={() => list.current?.focus({ preventScroll: true })}
        />
      )}
    </div>
  );
}

const NoPeople = () => (
  <Empty
    title={w.empty}
    icon={<HeartHandshake size={28} strokeWidth={1.4} aria-hidden />}
    actions={
      <Button data-first onClick={() => openDialog('team')}>
        {w.team}
      </Button>
    }
  >
    {w.emptyHow}
  </Empty>
);

const adding = [
  ['n', w.hints.session],
  ['p', w.hints.praise],
  ['shift+g', w.hints.goal],
  ['a', w.hints.action],
] as const;
const onList = [
  ['j / k', w.hints.move],
  ['enter', w.hints.open],
] as const;
/** Who is coached, beside the page of whom the cursor is on. */
export function PeopleTab() {
  const asked = useQuery(orpc.coaching.overview.queryOptions());
  const list = useCoaching((state) => state.list);
  const { leads } = useViewer();
  const box = useRef<HTMLDivElement>(null);
  const people = asked.data?.people;
  useFirstFocus(box, stageOf(people?.length));
  if (people === undefined) return <NotRead asked={asked} />;
  const hints =
    list === null
      ? [...onList, ...(leads ? adding : [])]
      : [...hintsOfList(list, leads), ['arrowleft', cw.page.hints.back] as const];
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col">
      {people.length === 0 ? <NoPeople /> : <Loaded people={people} />}
      {people.length > 0 && <Hints hints={hints} />}
    </div>
  );
}
