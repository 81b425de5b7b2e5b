import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Load, StaffingSettings, Stream } from '../../contract/index.ts';
import { messageOf } from '../app/errors.ts';
import { orpc } from '../client/client.ts';
import { sw } from '../strings/en-staffing.ts';
import { Field, TextInput } from '../ui/field.tsx';
import { useSettled } from '../ui/use-settled.ts';
import { numberIn } from '../ui/read-number.ts';

const w = sw.settings;
const typingMs = 150;
/** As the desk reckons chat: each further talk beside one makes it longer. SPEC STF-22. */
const slowdown = 0.1;
/** Intervals of a working day of eight hours, and its first morning: any one will do. */
const dayMinutes = 480;
const morning = Date.UTC(2026, 0, 5, 8);

type Props = {
  readonly stream: Stream | null;
  readonly shrinkage: number | null;
  readonly minutes: StaffingSettings['intervalMinutes'];
};
type Asked = { readonly stream: Stream; readonly load: Load };

function loadOf(stream: Stream, calls: number, shrinkage: number, intervalMinutes: number): Load {
  return {
    model: stream.model,
    calls,
    intervalMinutes,
    ahtSeconds: stream.ahtSeconds,
    target: stream.target,
    maxOccupancy: stream.maxOccupancy,
    shrinkage,
    patienceSeconds: stream.patienceSeconds,
  };
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <div role="status">
      <ul className="flex flex-col gap-1 tabular-nums">
        {lines.map((line, index) => (
          <li key={line} className={index === 0 ? 'text-title font-bold' : 'text-small text-ink-2'}>
            {line}
          </li>
        ))}
      </ul>
    </div>
  );
}

type Answer = {
  readonly agents: number;
  readonly scheduledAgents: number;
  readonly serviceLevel: number;
  readonly occupancy: number;
  readonly asaSeconds: number | null;
  readonly abandonProbability?: number | undefined;
};

const linesOf = (answer: Answer, stream: Stream): readonly string[] => [
  w.onQueue(answer.agents),
  w.onRoster(answer.scheduledAgents),
  w.level(answer.serviceLevel, stream.target.share),
  w.occupied(answer.occupancy),
  w.asa(answer.asaSeconds),
  ...(answer.abandonProbability === undefined ? [] : [w.gaveUp(answer.abandonProbability)]),
];

/** Calls by Erlang C or A, chat by talks at once. */
function Live({ stream, load }: Asked) {
  const calls = useQuery({
    ...orpc.staffing.required.queryOptions({ input: stream.work === 'chat' ? skipToken : load }),
    placeholderData: keepPreviousData,
  });
  const chat = useQuery({
    ...orpc.staffing.concurrency.queryOptions({
      input: stream.work === 'chat' ? { ...load, concurrency: stream.concurrency, slowdown } : skipToken,
    }),
    placeholderData: keepPreviousData,
  });
  const { data, error } = stream.work === 'chat' ? chat : calls;
  if (error !== null) return <p className="text-late">{messageOf(error)}</p>;
  return data === undefined ? null : <Lines lines={linesOf(data, stream)} />;
}

/** Mail by what has waited longest first, through a working day. */
function Mail({ stream, load }: Asked) {
  const count = Math.round(dayMinutes / load.intervalMinutes);
  const { data, error } = useQuery({
    ...orpc.staffing.backlog.queryOptions({
      input: {
        intervalMinutes: load.intervalMinutes,
        ahtSeconds: load.ahtSeconds,
        withinMinutes: Math.max(1, stream.target.withinSeconds / 60),
        arrivals: Array.from({ length: count }, (_, index) => ({
          at: morning + index * load.intervalMinutes * 60_000,
          value: load.calls,
        })),
        maxOccupancy: stream.maxOccupancy,
        ...(load.shrinkage !== undefined && { shrinkage: load.shrinkage }),
      },
    }),
    placeholderData: keepPreviousData,
  });
  if (error !== null) return <p className="text-late">{messageOf(error)}</p>;
  if (data === undefined) return null;
  const agents = Math.max(...data.intervals.map((each) => each.agents));
  const roster = Math.max(...data.intervals.map((each) => each.scheduledAgents));
  return <Lines lines={[`${w.onQueue(agents)} ${w.mailPeak}`, w.onRoster(roster)]} />;
}

/** What the stream as it is typed would need for so many contacts, as one types. */
export function RequiredPreview({ stream, shrinkage, minutes }: Props) {
  const [typed, setTyped] = useState('100');
  const calls = numberIn(typed, 0, 100_000);
  const load =
    stream === null || shrinkage === null || calls === null ? null : loadOf(stream, calls, shrinkage, minutes);
  const settled = useSettled(JSON.stringify(load), typingMs);
  const asked = JSON.parse(settled) as Load | null;
  return (
    <section aria-label={w.preview} className="flex flex-col gap-3 rounded-md border border-line bg-canvas p-3">
      <h2 className="text-title font-bold">{w.preview}</h2>
      <Field
        label={w.contacts}
        hint={stream === null || calls === null ? undefined : w.previewFor(calls, minutes, stream.work)}
        error={calls === null ? w.badContacts : undefined}
      >
        {(ids) => (
          <TextInput
            {...ids}
            inputMode="numeric"
            maxLength={6}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      {stream === null || shrinkage === null || asked === null ? (
        <p className="text-small text-ink-2">{w.notYet}</p>
      ) : stream.work === 'mail' ? (
        <Mail stream={stream} load={asked} />
      ) : (
        <Live stream={stream} load={asked} />
      )}
    </section>
  );
}
