import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { DeskPolicy } from '../../contract/index.ts';
import { messageOf } from '../app/errors.ts';
import { useCalendarName } from '../calendar/names.ts';
import { orpc } from '../client/client.ts';
import { c } from '../strings/en-clocks.ts';
import { t } from '../strings/en.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { PolicyEditor } from './policy-editor.tsx';
import { PolicyList } from './policy-list.tsx';
import { focusListIfLost } from './policy-focus.ts';
import { openKey, savedDraft, usePolicies } from './policy-store.ts';
import { PolicyVersions } from './policy-versions.tsx';
import { Preview, PreviewStrip } from './preview.tsx';

type Props = { readonly saved: readonly DeskPolicy[]; readonly calendars: readonly CalendarChoice[] };
type CalendarChoice = { readonly value: string; readonly label: string };

/** The list, the editor of the open one, and beside it what it would do, or the versions it had. */
function Loaded({ saved, calendars }: Props) {
  const { open, drafts, versions } = usePolicies();
  const key = openKey(open, saved, drafts);
  // Arrows work at once: who comes here by a key is in the list.
  useEffect(focusListIfLost, []);
  const draft = key === null ? undefined : (drafts[key] ?? savedDraft(key, saved));
  if (key === null || draft === undefined) return null;
  const edited = key in drafts ? draft : null;
  const beside = '@max-[940px]:border-t @[940px]:w-[372px] @[940px]:border-l @[940px]:overflow-y-auto';
  return (
    <div className="flex min-h-0 flex-1 max-[680px]:flex-col max-[680px]:overflow-y-auto">
      <PolicyList saved={saved} drafts={drafts} current={key} calendars={calendars} />
      <div className="@container flex min-w-0 flex-1 max-[680px]:flex-none">
        <div
          data-policy
          className="flex min-h-0 min-w-0 flex-1 flex-col overflow-y-auto max-[680px]:overflow-visible @[940px]:flex-row @[940px]:overflow-hidden"
        >
          <PolicyEditor key={key} policyKey={key} draft={draft} calendars={calendars} isEdited={key in drafts} />
          {!versions && <PreviewStrip saved={saved} draft={edited} />}
          <div className={`shrink-0 border-line ${beside}`}>
            {versions ? <PolicyVersions id={key} /> : <Preview saved={saved} draft={edited} />}
          </div>
        </div>
      </div>
    </div>
  );
}

/** What is promised to whom: the policies in order, and the editor of one with what it would do. */
export function PoliciesTab() {
  const calendarName = useCalendarName();
  const { data, error, refetch } = useQuery(orpc.sla.policies.queryOptions());
  if (data !== undefined) {
    const calendars = Object.keys(data.calendars).map((value) => ({ value, label: calendarName(value) }));
    return <Loaded saved={data.policies} calendars={calendars} />;
  }
  if (error === null) return <div aria-busy className="flex-1" />;
  return (
    <Empty title={c.failed} actions={<Button onClick={() => void refetch()}>{t.board.retry}</Button>}>
      {messageOf(error)}
    </Empty>
  );
}
