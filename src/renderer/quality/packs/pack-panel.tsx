import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode, type SyntheticEvent } from 'react';
import type { Pack, ReviewRow } from '../../../contract/index.ts';
import { messageOf } from '../../app/errors.ts';
import { keepFocus } from '../../app/keep-focus.ts';
import { whileSaving } from '../../app/saving.ts';
import { client, orpc } from '../../client/client.ts';
import { useZone } from '../../client/use-desk.ts';
import { NotRead } from '../../ui/not-read.tsx';
import { qm } from '../../strings/en-quality-more.ts';
import { qp } from '../../strings/en-quality-packs.ts';
import { qw } from '../../strings/en-quality.ts';
import { Button } from '../../ui/button.tsx';
import { exact, moment } from '../../ui/format.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { ChannelIcon } from '../../ui/marks.tsx';
import { useMinute } from '../../ui/use-now.ts';
import { onRowKey } from '../../ui/row-keys.ts';
import { OpenLine } from '../dashboard/part.tsx';
import { openReview } from '../quality-store.ts';
import { saveOpened } from './pack-file.ts';
import { setPacks } from './packs-store.ts';
import { PassphraseInput } from './passphrase.tsx';

const f = qp.facts;
const isToDo = ({ state }: ReviewRow): boolean => state === 'assigned' || state === 'started';

/** Opens a review of a pack among those of the pack: what is to be done, or all where nothing is. */
export function goThrough(packId: string, reviews: readonly ReviewRow[], id?: string): void {
  const toDo = reviews.filter(isToDo);
  const first = id ?? (toDo[0] ?? reviews[0])?.id;
  if (first === undefined) return;
  const line = (toDo.some((each) => each.id === first) ? toDo : reviews).map((each) => each.id);
  openReview({ id: first, pack: packId }, line);
}

const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div className="flex gap-3">
    <dt className="w-[112px] shrink-0 text-ink-2">{label}</dt>
    <dd className="min-w-0 break-words tabular-nums" dir="auto">
      {children}
    </dd>
  </div>
);

function Facts({ pack }: { readonly pack: Pack }) {
  const zone = useZone();
  const now = useMinute();
  return (
    <dl className="flex flex-col gap-1">
      <Fact label={f.for}>{pack.reviewerName === '' ? f.anybody : pack.reviewerName}</Fact>
      {pack.role === 'opened' && <Fact label={f.desk}>{pack.deskName}</Fact>}
      <Fact label={f.at[pack.role]}>
        <span title={exact(pack.at, zone)}>{moment(pack.at, zone, now)}</span>
      </Fact>
      <Fact label={f.reviews}>{qp.left(pack.left, pack.reviews)}</Fact>
      <Fact label={f.conversations}>{pack.redacted ? qp.redacted : qp.plain}</Fact>
      {pack.role === 'made' && (
        <Fact label={f.state}>{pack.mergedAt === null ? qp.away : qp.merged(moment(pack.mergedAt, zone, now))}</Fact>
      )}
    </dl>
  );
}

/** A pack that was opened before the desk was last closed: its passphrase again. */
function Unlock({ pack, asked }: { readonly pack: Pack; readonly asked: number }) {
  const [passphrase, setPassphrase] = useState('');
  const [failed, setFailed] = useState<string | null>(null);
  const [working, setWorking] = useState(false);
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (asked > 0) box.current?.querySelector('input')?.focus();
  }, [asked]);
  const unlock = async (): Promise<void> => {
    if (passphrase === '') {
      setFailed(qp.bring.needPassphrase);
      return;
    }
    setWorking(true);
    try {
      await whileSaving(client.quality.packOpen({ id: pack.id, passphrase }));
      // The field goes; the keys of the list are at hand.
      keepFocus();
    } catch (error) {
      setFailed(messageOf(error));
      setWorking(false);
    }
  };
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!working) void unlock();
  };
  return (
    <form ref={box} noValidate onSubmit={onSubmit} className="flex max-w-[420px] flex-col gap-3">
      <p>{qp.lockedHow}</p>
      <PassphraseInput
        label={qp.passphrase}
        value={passphrase}
        error={failed ?? undefined}
        onChange={(typed) => {
          setPassphrase(typed);
          setFailed(null);
        }}
      />
      <Button type="submit" look="primary" disabled={working} className="self-start">
        {working ? qp.unlocking : qp.unlock}
        <Kbd keys="enter" on />
      </Button>
    </form>
  );
}

function Reviews({ pack }: { readonly pack: Pack }) {
  const asked = useQuery(orpc.quality.packReviews.queryOptions({ input: { id: pack.id } }));
  const reviews = asked.data?.reviews;
  if (reviews === undefined) return <NotRead asked={asked} />;
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" onClick={() => goThrough(pack.id, reviews)}>
          {reviews.some(isToDo) ? qp.go : qp.goDone}
          <Kbd keys="enter" on />
        </Button>
        <Button onClick={() => void saveOpened(pack.id)}>
          {qp.save}
          <Kbd keys="shift+e" />
        </Button>
        <Button look="quiet" onClick={() => setPacks({ asking: 'forget' })}>
          {qp.close}
          <Kbd keys="delete" />
        </Button>
      </div>
      <section data-part aria-label={qp.reviewsOf(pack.name)} onKeyDown={onRowKey} className="border-t border-line">
        {reviews.map((review, at) => (
          <OpenLine
            key={review.id}
            label={`#${review.ticketNumber} ${review.subject}: ${qw.state[review.state]}`}
            title={review.subject}
            onOpen={() => goThrough(pack.id, reviews, review.id)}
            {...(at === 0 && { tabbed: true })}
            className="grid min-h-[34px] grid-cols-[64px_18px_minmax(0,1fr)_96px_64px] items-center gap-x-3 px-1"
          >
            <span className="font-semibold tabular-nums">#{review.ticketNumber}</span>
            <ChannelIcon channel={review.channel} />
            <span className="truncate" dir="auto">
              {review.subject}
            </span>
            <span className="text-small text-ink-2">{qw.state[review.state]}</span>
            <span className="text-right tabular-nums">{review.percent === null ? '' : qm.percent(review.percent)}</span>
          </OpenLine>
        ))}
      </section>
    </>
  );
}

type Props = { readonly pack: Pack; readonly asked: number };

/** One pack: what it is, and what can be done with it here. */
export function PackPanel({ pack, asked }: Props) {
  return (
    <section
      aria-label={qp.panel(pack.name)}
      className="flex min-w-0 flex-1 flex-col gap-4 overflow-y-auto border-l border-line p-4"
    >
      <h2 className="truncate text-title font-bold" dir="auto" title={pack.name}>
        {pack.name}
      </h2>
      <Facts pack={pack} />
      {pack.role === 'made' && (
        <Button className="self-start" onClick={() => setPacks({ asking: 'home' })}>
          {qp.home}
          <Kbd keys="h" />
        </Button>
      )}
      {pack.role === 'opened' && (pack.locked ? <Unlock pack={pack} asked={asked} /> : <Reviews pack={pack} />)}
    </section>
  );
}
