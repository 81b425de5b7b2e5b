import { MessageSquareQuote } from 'lucide-react';
import { useRef, useState, type RefObject } from 'react';
import type { ResponseFilter as Filter, SurveyResponse } from '../../../contract/index.ts';
import { sayError } from '../../app/errors.ts';
import { saveFile } from '../../app/save-file.ts';
import { say } from '../../app/toasts.tsx';
import { client } from '../../client/client.ts';
import { useFirstFocus } from '../../app/use-focus.ts';
import { useViewer } from '../../people/viewer.ts';
import { NotRead } from '../../ui/not-read.tsx';
import { stageOf } from '../../app/use-focus.ts';
import { fw } from '../../strings/en-surveys.ts';
import { showTicket } from '../../tickets/show-ticket.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Hints } from '../../ui/hints.tsx';
import { NothingYet } from '../nothing-yet.tsx';
import { setSurveys, useSurveys } from '../surveys-store.ts';
import { digits, useTabActions } from '../tab-actions.ts';
import { useShownSurvey } from '../use-surveys-read.ts';
import { acceptAll, noCode, notRead, offersOf, toggle, type Offer } from './coding.ts';
import { useFilter } from './filter.ts';
import { ResponseFilter } from './response-filter.tsx';
import { ResponseList, useResponseCount, type ListHandle } from './response-list.tsx';
import { ResponsePanel } from './response-panel.tsx';

const w = fw.responses;
const noOffers: readonly Offer[] = [];

async function exportCsv(filter: Filter): Promise<void> {
  try {
    const { fileName, csv, rows } = await client.surveys.responsesCsv({ filter });
    saveFile(fileName, csv, 'text/csv;charset=utf-8');
    say({ title: w.saved(rows) });
  } catch (error) {
    sayError(error);
  }
}

type Keys = {
  readonly current: SurveyResponse | undefined;
  readonly offers: readonly Offer[];
  readonly leads: boolean;
  readonly list: RefObject<ListHandle | null>;
  readonly type: () => void;
};

/** What the keys do with the response under the cursor; what ends with it goes on to the next. */
function useResponseKeys({ current, offers, leads, list, type }: Keys): void {
  const mayCode = leads && current !== undefined && current.texts.length > 0;
  const onward = (work: (response: SurveyResponse) => void) => (): void => {
    if (current === undefined) return;
    list.current?.next();
    work(current);
  };
  useTabActions({
    ...(current?.ticket != null && { ticket: () => current.ticket !== null && showTicket(current.ticket.id) }),
    ...(mayCode && {
      open: () => setSurveys({ coding: true }),
      accept: onward(acceptAll),
      none: onward(noCode),
      type,
      ...(current.readAt !== null && { unread: () => notRead(current) }),
    }),
  });
  digits.useTabActions(
    current === undefined
      ? {}
      : Object.fromEntries(offers.map((offer, at) => [`${at + 1}`, () => toggle(current, offer)])),
  );
}

type LoadedProps = {
  readonly filter: Filter;
  readonly total: number;
  readonly leads: boolean;
  readonly list: RefObject<ListHandle | null>;
};

function Loaded({ filter, total, leads, list }: LoadedProps) {
  const coding = useSurveys((state) => state.coding);
  const [current, setCurrent] = useState<SurveyResponse | undefined>();
  const [typing, setTyping] = useState(false);
  const offers = current === undefined ? noOffers : offersOf(current);
  useResponseKeys({ current, offers, leads, list, type: () => setTyping(true) });
  useTabActions({ export: () => void exportCsv(filter) });
  const onOther = (key: string): boolean => {
    if (key !== 'Escape' || !coding) return false;
    setSurveys({ coding: false });
    return true;
  };
  return (
    <div className="flex min-h-0 flex-1 max-[820px]:flex-col">
      <ResponseList
        ref={list}
        key={JSON.stringify(filter)}
        filter={filter}
        total={total}
        onCurrent={setCurrent}
        onOther={onOther}
      />
      {current !== undefined && (
        <ResponsePanel
          key={current.id}
          response={current}
          offers={offers}
          leads={leads}
          coding={coding}
          typing={typing}
          onTyping={setTyping}
        />
      )}
    </div>
  );
}

const showAll = (): void => setSurveys({ only: 'all', codeId: null, text: '', surveyId: null });

function Nothing({ isFiltered, leads }: { readonly isFiltered: boolean; readonly leads: boolean }) {
  const icon = <MessageSquareQuote size={28} strokeWidth={1.4} aria-hidden />;
  if (isFiltered)
    return (
      <Empty
        title={w.nothing}
        icon={icon}
        actions={
          <Button data-first onClick={showAll}>
            {w.showAll}
          </Button>
        }
      >
        {w.nothingHow}
      </Empty>
    );
  if (leads) return <NothingYet title={w.empty} />;
  return (
    <Empty title={w.emptyMine} icon={icon}>
      {w.emptyMineHow}
    </Empty>
  );
}

const reading = [
  ['1', w.hints.code],
  ['a', w.hints.accept],
  ['0', w.hints.none],
  ['y', w.hints.type],
  ['j', w.hints.next],
  ['escape', w.hints.leave],
] as const;

/** Who said what: a list, and beside it the one under the cursor with its codes. */
export function ResponsesTab() {
  const { leads } = useViewer();
  const filter = useFilter();
  const shown = useShownSurvey();
  const { coding } = useSurveys();
  const asked = useResponseCount(filter);
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<ListHandle>(null);
  const total = asked.data?.total;
  useFirstFocus(box, stageOf(total));
  if (total === undefined) return <NotRead asked={asked} />;
  const isFiltered = filter.only !== 'all' || filter.codeId !== null || filter.text !== '' || shown !== undefined;
  const hints = [
    ['j / k', w.hints.move],
    ...(leads ? ([['enter', w.hints.read]] as const) : []),
    ['t', w.hints.ticket],
    ['w', w.hints.only],
    ['f', w.hints.find],
  ] as const;
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col">
      {(total > 0 || isFiltered) && <ResponseFilter leads={leads} onDown={() => list.current?.focus()} />}
      {total > 0 ? (
        <Loaded filter={filter} total={total} leads={leads} list={list} />
      ) : (
        <Nothing isFiltered={isFiltered} leads={leads} />
      )}
      {total > 0 && <Hints yields hints={coding ? reading : hints} />}
    </div>
  );
}
