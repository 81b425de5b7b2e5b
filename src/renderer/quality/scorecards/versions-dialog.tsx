import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { ScorecardBody } from '../../../contract/index.ts';
import { score } from '../../../domain/quality/score/score.ts';
import { orpc } from '../../client/client.ts';
import { useZone } from '../../client/use-desk.ts';
import { placeAfter, stepOf } from '../../ui/list-steps.ts';
import { NotRead } from '../../ui/not-read.tsx';
import { cw } from '../../strings/en-quality-cards.ts';
import { cx } from '../../ui/cx.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { exact, moment } from '../../ui/format.ts';
import { useMinute } from '../../ui/use-now.ts';
import { ReviewForm } from '../workspace/review-form.tsx';
import { compareCards } from './compare.ts';

type Version = {
  readonly version: number;
  readonly savedAt: number;
  readonly savedBy: string;
  readonly card: ScorecardBody;
};

function Differences({ before, after }: { readonly before: Version; readonly after: Version }) {
  const all = compareCards(before.card, after.card);
  if (all.length === 0) return <p className="text-ink-2">{cw.same}</p>;
  return (
    <table
      aria-label={cw.against(after.version)}
      className="w-full table-fixed border-separate border-spacing-0 text-small"
    >
      <thead>
        <tr className="text-left text-ink-2">
          {[cw.theCard, cw.before, cw.after].map((head) => (
            <th key={head} scope="col" className="border-b border-line px-2 py-1 font-medium first:pl-0">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {all.map(({ what, before: was, after: is }) => (
          <tr key={what} className="align-top">
            <th scope="row" className="border-b border-line py-1 pr-2 text-left font-semibold break-words" dir="auto">
              {what}
            </th>
            <td className="border-b border-line px-2 py-1 break-words text-ink-2" dir="auto">
              {was === null || was === '' ? cw.nothing : was}
            </td>
            <td className="border-b border-line px-2 py-1 break-words" dir="auto">
              {is === null || is === '' ? cw.nothing : is}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function List({
  versions,
  at,
  onMove,
}: {
  readonly versions: readonly Version[];
  readonly at: number;
  readonly onMove: (at: number) => void;
}) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  // It comes after the dialog, which could not give it the focus yet.
  useEffect(() => box.current?.focus(), []);
  const zone = useZone();
  const now = useMinute();
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = stepOf(event.key);
    if (step === null || event.ctrlKey || event.metaKey || event.altKey) return;
    onMove(placeAfter(at, step, versions.length));
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={box}
      role="listbox"
      tabIndex={0}
      aria-label={cw.versions}
      aria-activedescendant={`${id}-${at}`}
      onKeyDown={onKeyDown}
      className="w-[190px] shrink-0 overflow-y-auto border-r border-line -outline-offset-2"
    >
      {versions.map((each, index) => (
        <div
          key={each.version}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          onClick={() => onMove(index)}
          className={cx(
            'border-b border-line px-3 py-[6px] select-none',
            index === at && 'bg-accent-soft shadow-[inset_2px_0_0_var(--accent)]',
          )}
        >
          <p className="font-semibold">{cw.version(each.version)}</p>
          <p className="text-small text-ink-2" title={exact(each.savedAt, zone)}>
            {moment(each.savedAt, zone, now)} {cw.savedBy(each.savedBy)}
          </p>
        </div>
      ))}
    </div>
  );
}

function Body({ versions }: { readonly versions: readonly Version[] }) {
  const [at, setAt] = useState(0);
  const [other, setOther] = useState<number | null>(null);
  const [currentId, setCurrent] = useState<string | null>(null);
  const shown = versions[at];
  if (shown === undefined) return null;
  const before = versions.find(({ version }) => version === other) ?? versions[at + 1];
  return (
    <div className="flex h-[min(620px,72vh)]">
      <List versions={versions} at={at} onMove={setAt} />
      <div className="min-w-0 flex-1 overflow-y-auto" tabIndex={0} role="region" aria-label={cw.formOf(shown.version)}>
        <div className="px-4 py-3">
          <div className="mb-2 flex items-center gap-3">
            <h3 className="flex-1 font-bold">{before === undefined ? cw.firstVersion : cw.against(shown.version)}</h3>
            {versions.length > 1 && (
              <label className="flex items-center gap-2 text-small text-ink-2">
                {cw.compareWith}
                <select
                  value={before?.version ?? ''}
                  onChange={(event) => setOther(Number(event.target.value))}
                  className="h-[26px] rounded-md border border-line-strong bg-surface px-2 text-small text-ink"
                >
                  {versions.map(({ version }) => (
                    <option key={version} value={version}>
                      {cw.version(version)}
                    </option>
                  ))}
                </select>
              </label>
            )}
          </div>
          {before !== undefined && <Differences before={before} after={shown} />}
        </div>
        <h3 className="border-t border-line px-4 pt-3 pb-2 font-bold">{cw.formOf(shown.version)}</h3>
        <ReviewForm
          label={cw.formOf(shown.version)}
          card={shown.card}
          answers={{}}
          score={score(shown.card, {})}
          guidance
          currentId={currentId}
          quoteTime={() => ''}
          onCurrent={setCurrent}
          onAnswer={null}
        />
      </div>
    </div>
  );
}

type Props = { readonly card: { readonly id: string; readonly name: string }; readonly onClose: () => void };

/** The versions of a scorecard, what each changed, and how its form reads. */
export function VersionsDialog({ card, onClose }: Props) {
  const asked = useQuery(orpc.quality.cardVersions.queryOptions({ input: { id: card.id } }));
  return (
    <Dialog title={cw.versionsOf(card.name)} open onClose={onClose} width={920}>
      {asked.data === undefined ? <NotRead asked={asked} /> : <Body versions={asked.data.versions} />}
    </Dialog>
  );
}
