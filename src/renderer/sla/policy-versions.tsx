import { useQuery } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import { metrics, priorities } from '../../contract/words.ts';
import type { DeskPolicy } from '../../contract/index.ts';
import { messageOf } from '../app/errors.ts';
import { orpc } from '../client/client.ts';
import { useZone } from '../client/use-desk.ts';
import { c } from '../strings/en-clocks.ts';
import { t } from '../strings/en.ts';
import { Button } from '../ui/button.tsx';
import { exact, moment } from '../ui/format.ts';
import { useMinute } from '../ui/use-now.ts';
import { durationText } from './duration-text.ts';
import { draftOf } from './policy-draft.ts';
import { focusEditor, focusList } from './policy-focus.ts';
import { editPolicy, savedPolicies } from './policy-store.ts';

/** `P1 60m · P2 4h`, metric by metric. */
function targetLines(policy: DeskPolicy): readonly string[] {
  return metrics.flatMap((metric) => {
    const cells = priorities.flatMap((priority) => {
      const target = policy.targets[metric]?.[priority];
      return target === undefined ? [] : [`${t.priority[priority]} ${durationText(target.minutes, target.time)}`];
    });
    return cells.length === 0 ? [] : [`${t.metric[metric]}: ${cells.join(', ')}`];
  });
}

function takeUp(id: string, version: DeskPolicy): void {
  const isLast = savedPolicies().at(-1)?.id === id;
  editPolicy(id, draftOf(version, isLast));
  focusEditor();
}

/** Esc goes back to the list. */
function onVersionsKey(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented) return;
  event.preventDefault();
  focusList();
}

/** All versions of the open policy, newest first: each can be taken up again, and is saved as a new one. */
export function PolicyVersions({ id }: { readonly id: string }) {
  const zone = useZone();
  const now = useMinute();
  const { data, error } = useQuery(orpc.sla.policyHistory.queryOptions({ input: { id } }));
  // Of the first nobody chose from when: before it there was none.
  const since = ({ since: from }: DeskPolicy, isFirst: boolean): string => {
    if (from !== null) return `, ${c.policy.since(moment(from, zone, now))}`;
    return isFirst ? '' : `, ${c.policy.sinceEver}`;
  };
  return (
    <section
      aria-label={c.policy.history}
      data-versions
      tabIndex={-1}
      onKeyDown={onVersionsKey}
      className="-outline-offset-2 flex flex-col gap-2 px-4 pt-[7px] pb-4"
    >
      <h2 className="font-bold">{c.policy.historyShort}</h2>
      {error !== null && <p className="text-late">{messageOf(error)}</p>}
      <ol>
        {data?.versions.map((version, index) => (
          <li key={version.version} className="flex flex-col gap-1 border-t border-line py-2 first:border-t-0">
            <div className="flex items-baseline gap-2">
              <span className="font-semibold tabular-nums">{c.policy.version(version.version)}</span>
              <span className="min-w-0 flex-1 truncate text-small text-ink-2" title={exact(version.savedAt, zone)}>
                {moment(version.savedAt, zone, now)} {c.policy.by(version.by)}
              </span>
              {index === 0 && <span className="shrink-0 text-small text-ink-2">{c.policy.current}</span>}
            </div>
            <p className="text-small text-ink-2" dir="auto">
              {version.name}
              {since(version, index === data.versions.length - 1)}
            </p>
            <ul className="text-small text-ink-2 tabular-nums">
              {targetLines(version).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            {index > 0 && (
              <Button small className="self-start" onClick={() => takeUp(id, version)}>
                {c.policy.useAgain}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
