import { useQuery } from '@tanstack/react-query';
import { orpc } from '../client/client.ts';
import { deskTime } from '../client/clock.ts';
import { useZone } from '../client/use-desk.ts';
import { messageOf } from '../app/errors.ts';
import { formatName, x } from '../strings/en-exchange.ts';
import { number } from '../strings/en.ts';
import { Button } from '../ui/button.tsx';
import { exact, moment } from '../ui/format.ts';
import { undoImport } from './flow.ts';
import { useImport } from './import-store.ts';
import { Rows } from './rows.tsx';
import { focusSection, Section } from './section.tsx';

const figure = (value: number) => <span className="block text-right tabular-nums">{number(value)}</span>;

const heads = [
  { text: x.history.file },
  { text: x.history.format },
  { text: x.history.at },
  { text: x.history.created, right: true },
  { text: x.history.updated, right: true },
  { text: x.history.rejected, right: true },
  { text: x.history.state, right: true },
];

function Table() {
  const { data, error } = useQuery(orpc.exchange.batches.queryOptions());
  const zone = useZone();
  const undoing = useImport((state) => state.undoing);
  if (error !== null)
    return (
      <p role="alert" className="px-4 py-2 text-late">
        {x.history.failed}. {messageOf(error)} {x.history.failedHow}
      </p>
    );
  if (data === undefined) return null;
  if (data.batches.length === 0) return <p className="px-4 py-[7px] text-ink-2">{x.history.none}</p>;
  const now = deskTime();
  return (
    <>
      <p className="px-4 py-[7px] text-ink-2">{x.history.how}</p>
      <div className="border-t border-line">
        <Rows
          label={x.history.table}
          columns="grid-cols-[minmax(0,1fr)_minmax(80px,130px)_112px_64px_64px_64px_92px]"
          heads={heads}
          rows={data.batches}
          cells={(batch) => [
            <bdi key="file" title={batch.fileName} className="block truncate font-medium">
              {batch.fileName}
            </bdi>,
            <span key="format" className="block truncate text-ink-2">
              {formatName(batch.format)}
            </span>,
            <time key="at" title={exact(batch.at, zone)} className="block truncate tabular-nums">
              {moment(batch.at, zone, now)}
            </time>,
            figure(batch.created),
            figure(batch.updated),
            figure(batch.rejected),
            batch.undone ? (
              <span key="state" className="block text-right text-ink-2">
                {x.history.undone}
              </span>
            ) : (
              <span key="state" className="-my-[3px] block text-right">
                <Button
                  small
                  disabled={undoing.includes(batch.id)}
                  aria-label={x.history.undoOf(batch.fileName, moment(batch.at, zone, now))}
                  onClick={() => {
                    // The button goes when it is done; the head of the list stays.
                    focusSection('history', false);
                    void undoImport(batch.id, batch.fileName);
                  }}
                >
                  {undoing.includes(batch.id) ? x.history.undoing : x.history.undo}
                </Button>
              </span>
            ),
          ]}
        />
      </div>
    </>
  );
}

/** What was imported before, newest first, each with its way back. */
export function HistorySection() {
  return (
    <Section id="history" title={x.steps.history}>
      <Table />
    </Section>
  );
}
