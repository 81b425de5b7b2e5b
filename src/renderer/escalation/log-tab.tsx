import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Download, ScrollText } from 'lucide-react';
import type { EscalationLogEntry } from '../../contract/index.ts';
import { openTicket } from '../app/window-store.ts';
import { orpc } from '../client/client.ts';
import { useZone } from '../client/use-desk.ts';
import { e } from '../strings/en-escalation.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { TextInput } from '../ui/field.tsx';
import { exact, moment } from '../ui/format.ts';
import { Kbd } from '../ui/kbd.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { useMinute } from '../ui/use-now.ts';
import { useSettled } from '../ui/use-settled.ts';
import { saveLog } from './actions.ts';
import { openIncident, useEscalations } from './escalation-store.ts';
import { NotRead } from '../ui/not-read.tsx';
import { DrillMark } from './level-mark.tsx';

const most = 500;
const drillSegments = [
  { value: 'with', label: e.log.with },
  { value: 'without', label: e.log.without },
  { value: 'only', label: e.log.only },
] as const;

function Bar() {
  const { logText, drills } = useEscalations();
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line px-4 py-2">
      <TextInput
        aria-label={e.log.search}
        placeholder={e.log.search}
        maxLength={200}
        className="!h-[26px] !w-[240px]"
        value={logText}
        onChange={(event) => useEscalations.setState({ logText: event.target.value })}
      />
      <Segmented
        label={e.log.drills}
        segments={drillSegments}
        value={drills}
        onChange={(next) => useEscalations.setState({ drills: next })}
      />
      <span className="flex-1" />
      <Button small onClick={() => void saveLog()} icon={<Download size={13} aria-hidden />}>
        {e.log.csv} <Kbd keys="shift+e" />
      </Button>
    </div>
  );
}

const head =
  'sticky top-0 z-[1] border-b border-line bg-canvas px-2 py-[6px] text-left text-small font-semibold first:pl-4 last:pr-4';
const cell = 'border-b border-line px-2 py-[6px] align-top first:pl-4 last:pr-4';

function About({ entry }: { readonly entry: EscalationLogEntry }) {
  const { ticketId, ticketNumber, ticketSubject, incidentId, incidentTitle } = entry;
  if (ticketId !== null)
    return (
      <button
        type="button"
        onClick={() => openTicket(ticketId)}
        className="line-clamp-2 rounded-[3px] text-left hover:underline"
        title={ticketSubject ?? ''}
      >
        <span className="text-ink-2 tabular-nums">#{ticketNumber}</span> <bdi>{ticketSubject}</bdi>
      </button>
    );
  if (incidentId !== null)
    return (
      <button
        type="button"
        onClick={() => openIncident(incidentId)}
        className="line-clamp-2 rounded-[3px] text-left hover:underline"
        dir="auto"
      >
        {incidentTitle}
      </button>
    );
  return ticketNumber === null ? null : <span className="text-ink-2 tabular-nums">#{ticketNumber}</span>;
}

function EntryRow({ entry }: { readonly entry: EscalationLogEntry }) {
  const zone = useZone();
  const now = useMinute();
  const { at, action, turn, level, owner, actor, text, resolution, cause, drill } = entry;
  return (
    <tr className="hover:bg-canvas">
      <td className={`${cell} whitespace-nowrap text-ink-2 tabular-nums`} title={exact(at, zone)}>
        {moment(at, zone, now)}
      </td>
      <td className={cell}>
        <About entry={entry} />
      </td>
      <td className={`${cell} tabular-nums`}>{level ?? ''}</td>
      <td className={cell} dir="auto">
        {owner ?? ''}
      </td>
      <td className={cell}>
        <span className="flex flex-wrap items-center gap-x-2">
          <span className="font-semibold">{e.action[action]}</span>
          {turn !== 'done' && <span className="text-risk">({e.log[turn]})</span>}
          {drill && <DrillMark />}
        </span>
        <span className="block text-small text-ink-2" dir="auto">
          {e.log.by(actor)}
        </span>
      </td>
      <td className={`${cell} break-words whitespace-pre-line`} dir="auto">
        {cause !== null && <span className="text-ink-2">{cause}. </span>}
        {text === resolution ? '' : text}
      </td>
      <td className={`${cell} break-words whitespace-pre-line`} dir="auto">
        {resolution ?? ''}
      </td>
    </tr>
  );
}

const columns = [
  [e.log.at, 'w-[104px]'],
  [e.log.ticket, 'w-[20%]'],
  [e.log.level, 'w-[52px]'],
  [e.log.owner, 'w-[12%]'],
  [e.log.action, 'w-[17%]'],
  [e.log.text, ''],
  [e.log.resolution, 'w-[18%]'],
] as const;

function Table({ entries }: { readonly entries: readonly EscalationLogEntry[] }) {
  return (
    <table aria-label={e.log.label} className="w-full min-w-[760px] table-fixed border-separate border-spacing-0">
      <thead>
        <tr>
          {columns.map(([label, width]) => (
            <th key={label} scope="col" className={`${head} ${width}`}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <EntryRow key={entry.id} entry={entry} />
        ))}
      </tbody>
    </table>
  );
}

/** What was done about escalations and incidents: newest first, never changed. */
export function LogTab() {
  const { logText, drills } = useEscalations();
  const text = useSettled(logText.trim(), 150);
  const options = orpc.escalation.log.queryOptions({ input: { text, drills, limit: most } });
  const log = useQuery({ ...options, placeholderData: keepPreviousData });
  if (log.data === undefined) return <NotRead asked={log} words={e} />;
  const { entries, total } = log.data;
  const filtered = text !== '' || drills !== 'with';
  return (
    <>
      <Bar />
      <div
        role="region"
        tabIndex={0}
        aria-label={e.log.label}
        className="flex min-h-0 flex-1 flex-col overflow-auto -outline-offset-2"
      >
        {entries.length > 0 && <Table entries={entries} />}
        {total > entries.length && <p className="px-4 py-2 text-small text-ink-2">{e.log.more(total)}</p>}
        {entries.length === 0 && (
          <Empty
            title={filtered ? e.log.nothing : e.log.empty}
            icon={<ScrollText size={28} strokeWidth={1.4} aria-hidden />}
          >
            {filtered ? undefined : e.log.emptyHow}
          </Empty>
        )}
      </div>
    </>
  );
}
