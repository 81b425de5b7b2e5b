import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { LoaderCircle } from 'lucide-react';
import { periodWords } from '../../../domain/reports/words.ts';
import { orpc } from '../../client/client.ts';
import { bw } from '../../strings/en-reports-built.ts';
import { rw } from '../../strings/en-reports-issues.ts';
import { NotRead } from '../../ui/not-read.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { Content } from '../issues/content.tsx';
import { builtOf, type Draft } from './draft.ts';

const w = bw.preview;
/** Typing rests this long before the desk is asked anew. */
const restMs = 400;

/** What is asked for, as one text, so that only a change of it is one. */
const asText = (draft: Draft): string => JSON.stringify(builtOf(draft));

/** What an issue would say now of what is typed; nothing is kept. SPEC REP-56. */
export function Preview({ draft }: { readonly draft: Draft }) {
  const typed = asText(draft);
  const settled = useSettled(typed, restMs);
  const report = JSON.parse(settled) as ReturnType<typeof builtOf>;
  const asked = useQuery(
    orpc.reports.preview.queryOptions({
      input: report === null ? skipToken : { report },
      placeholderData: keepPreviousData,
      staleTime: 0,
    }),
  );
  const { data, isFetching, error } = asked;
  const isBehind = isFetching || typed !== settled;
  return (
    <div
      role="region"
      aria-label={w.label}
      aria-busy={isBehind}
      tabIndex={0}
      className="flex min-h-0 min-w-0 flex-1 flex-col gap-3 overflow-y-auto bg-canvas px-4 py-3 -outline-offset-2 max-[820px]:overflow-visible"
    >
      <p className="flex h-[19px] shrink-0 items-center gap-2 text-small font-bold">
        {w.label}
        {isBehind && <LoaderCircle size={13} aria-hidden className="animate-spin text-ink-2" />}
      </p>
      {report === null ? (
        <p className="text-ink-2">{w.lacking}</p>
      ) : data === undefined || error !== null ? (
        <NotRead asked={asked} words={{ loading: w.reading, failed: w.failed }} />
      ) : (
        <>
          <h2 className="text-head font-bold break-words" dir="auto">
            {data.title}
          </h2>
          <div className="text-small text-ink-2">
            <p className="text-body text-ink">
              {rw.issues.period(periodWords(data.period), periodWords(data.against))}
            </p>
            <p>{rw.issues.stateNow(data.state.tickets)}</p>
          </div>
          <Content content={data} />
        </>
      )}
    </div>
  );
}
