import { useQuery } from '@tanstack/react-query';
import { ClipboardList, FileDown, Plus } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import type { Scorecard } from '../../../contract/index.ts';
import { keepFocus } from '../../app/keep-focus.ts';
import { orpc } from '../../client/client.ts';
import { NotRead } from '../../ui/not-read.tsx';
import { Hints } from '../../ui/hints.tsx';
import { useFirstFocus } from '../../app/use-focus.ts';
import { cw } from '../../strings/en-quality-cards.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { InHeader } from '../header-slot.tsx';
import { useQuality } from '../quality-store.ts';
import { useTabActions } from '../tab-actions.ts';
import { Builder } from './builder.tsx';
import { resume, useBuilder, useParked } from './builder-store.ts';
import { chooseCardFile, exportCard, openCard, toggleActive } from './card-actions.ts';
import { CardList } from './card-list.tsx';
import { NewCardDialog } from './new-card-dialog.tsx';
import { VersionsDialog } from './versions-dialog.tsx';

const NewButton = ({ onNew }: { readonly onNew: () => void }) => (
  <Button look="primary" icon={<Plus size={15} strokeWidth={2.2} aria-hidden />} onClick={onNew}>
    {cw.aNew}
    <Kbd keys="n" on />
  </Button>
);

function None({ onNew }: { readonly onNew: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  useFirstFocus(box, 'shown');
  return (
    <div ref={box} className="flex min-h-0 flex-1">
      <Empty
        title={cw.empty}
        icon={<ClipboardList size={28} strokeWidth={1.4} aria-hidden />}
        actions={
          <>
            <NewButton onNew={onNew} />
            <Button icon={<FileDown size={14} aria-hidden />} onClick={chooseCardFile}>
              {cw.import}
              <Kbd keys="shift+i" />
            </Button>
          </>
        }
      >
        {cw.emptyHow}
      </Empty>
    </div>
  );
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function hintsOf(card: Scorecard | undefined): readonly (readonly [string, string])[] {
  return [
    ['enter', cw.open.toLowerCase()],
    ['v', cw.versions.toLowerCase()],
    ['shift+e', lowerFirst(cw.export)],
    ['shift+i', lowerFirst(cw.import)],
    ['delete', (card?.active === false ? cw.activate : cw.retire).toLowerCase()],
  ];
}

/** What was left with changes that are not saved. */
function Waiting() {
  const parked = Object.values(useParked());
  return parked.map(({ open, draft }) => (
    <div
      key={open?.id ?? ''}
      className="flex min-h-[38px] shrink-0 items-center gap-2 border-b border-line bg-risk-soft px-4"
    >
      <span className="min-w-0 flex-1 truncate" dir="auto">
        {cw.waiting(draft?.name ?? '')}
      </span>
      <Button small onClick={() => resume(open?.id ?? null)}>
        {cw.goOn}
      </Button>
    </div>
  ));
}

function Listed({ cards, onNew }: { readonly cards: readonly Scorecard[]; readonly onNew: () => void }) {
  const cardId = useQuality((state) => state.cardId);
  const [versions, setVersions] = useState(false);
  const at = Math.max(
    0,
    cards.findIndex(({ id }) => id === cardId),
  );
  const card = cards[at];
  useTabActions({
    add: onNew,
    import: chooseCardFile,
    ...(card !== undefined && {
      open: () => openCard(card),
      edit: () => openCard(card),
      versions: () => setVersions(true),
      export: () => void exportCard(card.id),
      remove: () => void toggleActive(card),
    }),
  });
  return (
    <>
      <Waiting />
      {card === undefined ? <None onNew={onNew} /> : <CardList cards={cards} at={at} onOpen={openCard} />}
      {card !== undefined && <Hints hints={hintsOf(card)} />}
      {versions && card !== undefined && (
        <VersionsDialog
          card={card}
          onClose={() => {
            setVersions(false);
            keepFocus();
          }}
        />
      )}
    </>
  );
}

/** Scorecards: their list, and the builder in its place while one is open. */
export function ScorecardsTab() {
  const asked = useQuery(orpc.quality.cards.queryOptions());
  const { open, draft, place } = useBuilder();
  const [adding, setAdding] = useState(false);
  if (asked.data === undefined) return <NotRead asked={asked} />;
  const body: ReactNode =
    open !== null && draft !== null ? (
      <Builder key={open.id ?? 'new'} card={draft} place={place} />
    ) : (
      <>
        <InHeader>
          <NewButton onNew={() => setAdding(true)} />
        </InHeader>
        <Listed cards={asked.data.cards} onNew={() => setAdding(true)} />
      </>
    );
  return (
    <>
      {body}
      {adding && (
        <NewCardDialog
          onClose={() => {
            setAdding(false);
            keepFocus();
          }}
        />
      )}
    </>
  );
}
