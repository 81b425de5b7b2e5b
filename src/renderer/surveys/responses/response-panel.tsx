import { Check, Frown, Plus, Ticket, X } from 'lucide-react';
import type { SurveyResponse } from '../../../contract/index.ts';
import { useNames, useZone } from '../../client/use-desk.ts';
import { showTicket } from '../../tickets/show-ticket.ts';
import { fw } from '../../strings/en-surveys.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { ComboPicker } from '../../ui/combo.tsx';
import { cx } from '../../ui/cx.ts';
import { exact, moment } from '../../ui/format.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { useMinute } from '../../ui/use-now.ts';
import { useCodes } from '../use-surveys-read.ts';
import { addCode, addNewCode, toggle, turnDown, type Offer } from './coding.ts';
import { marked } from './marked.ts';

const w = fw.responses;

function Texts({
  response: { texts },
  offers,
}: {
  readonly response: SurveyResponse;
  readonly offers: readonly Offer[];
}) {
  const found = offers.flatMap((offer) => offer.found);
  return texts.map(({ title, text }, at) => (
    <div key={`${at}${title}`} className="flex flex-col gap-1">
      <span className="text-small text-ink-2" dir="auto">
        {title}
      </span>
      <p dir="auto" className="break-words whitespace-pre-wrap">
        {marked(text, found).map((piece, index) =>
          piece.found ? (
            <mark key={index} className="rounded-[3px] bg-risk-soft px-[2px] text-ink">
              {piece.text}
            </mark>
          ) : (
            piece.text
          ),
        )}
      </p>
    </div>
  ));
}

type CodeProps = { readonly offer: Offer; readonly digit: string | null; readonly response: SurveyResponse };

/** A code that is on, or one that is suggested with the words that do; both by digit while one reads. */
function CodeLine({ offer, digit, response }: CodeProps) {
  const { name, isOn, found } = offer;
  return (
    <li className="flex items-center gap-2">
      <button
        type="button"
        aria-pressed={isOn}
        aria-label={isOn ? w.remove(name) : w.take(name)}
        onClick={() => toggle(response, offer)}
        className={cx(
          'inline-flex min-h-[23px] max-w-full min-w-0 items-center gap-[6px] rounded-[5px] border px-2 text-small hover:bg-sunken',
          isOn ? 'border-accent bg-accent-soft font-semibold text-on-soft' : 'border-dashed border-line-strong',
        )}
      >
        {isOn && <Check size={12} aria-hidden className="shrink-0" />}
        <span className="truncate" dir="auto">
          {name}
        </span>
        {digit !== null && <Kbd keys={digit} />}
      </button>
      {!isOn && (
        <>
          <span className="min-w-0 flex-1 truncate text-small text-ink-2" dir="auto" title={w.suggested(found)}>
            {w.suggested(found)}
          </span>
          <button
            type="button"
            aria-label={w.turnDown(name)}
            title={w.turnDown(name)}
            onClick={() => turnDown(response, offer)}
            className="inline-flex size-5 shrink-0 items-center justify-center rounded-[4px] text-ink-2 hover:bg-sunken hover:text-ink"
          >
            <X size={12} aria-hidden />
          </button>
        </>
      )}
    </li>
  );
}

type CodesProps = {
  readonly response: SurveyResponse;
  readonly offers: readonly Offer[];
  readonly coding: boolean;
  readonly typing: boolean;
  readonly onTyping: (open: boolean) => void;
};

function Codes({ response, offers, coding, typing, onTyping }: CodesProps) {
  const zone = useZone();
  const now = useMinute();
  const options = useCodes().map(({ id, name }) => ({ value: id, label: name }));
  const { codes, readAt } = response;
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-small font-bold">{w.codes}</h2>
      {offers.length > 0 && (
        <ul className="flex flex-col gap-[6px]">
          {offers.map((offer, at) => (
            <CodeLine
              key={offer.id}
              offer={offer}
              response={response}
              digit={coding && at < 9 ? String(at + 1) : null}
            />
          ))}
        </ul>
      )}
      <div className="flex items-center gap-2">
        <ComboPicker
          label={w.type}
          several
          options={options}
          chosen={codes.map(({ id }) => id)}
          open={typing}
          onOpenChange={onTyping}
          offerNew={w.newCode}
          onToggle={({ value, label }) => {
            const known = codes.find(({ id }) => id === value);
            const offer = offers.find(({ id }) => id === value);
            if (known !== undefined && offer !== undefined) toggle(response, offer);
            else if (value !== null && options.some((option) => option.value === value)) addCode(response, value);
            else void addNewCode(response, value ?? label);
          }}
          trigger={
            <Chip dashed>
              <Plus size={12} aria-hidden />
              {w.type}
              <Kbd keys="y" />
            </Chip>
          }
        />
      </div>
      <p className="text-small text-ink-2">{readAt === null ? w.notRead : w.readAt(moment(readAt, zone, now))}</p>
    </section>
  );
}

function Origin({ response: { ticket, matchedBy, email } }: { readonly response: SurveyResponse }) {
  const { people } = useNames();
  return (
    <section className="flex flex-col items-start gap-1">
      {ticket !== null && (
        <Button
          small
          onClick={() => showTicket(ticket.id)}
          icon={<Ticket size={13} aria-hidden />}
          className="max-w-full min-w-0"
        >
          <span className="truncate" dir="auto">
            {w.ticket(ticket.number, ticket.subject)}
          </span>
          <Kbd keys="t" />
        </Button>
      )}
      <p className="text-small text-ink-2">
        {matchedBy === null ? w.unmatched : w.matchedBy[matchedBy]}
        {ticket?.agentId != null && `, ${people.get(ticket.agentId) ?? ''}`}
      </p>
      {email !== null && (
        <p className="max-w-full truncate text-small text-ink-2" dir="auto">
          {w.email}: {email}
        </p>
      )}
    </section>
  );
}

type Props = CodesProps & { readonly leads: boolean };

/** What one person answered, with what it is of and what it speaks of. */
export function ResponsePanel({ leads, ...props }: Props) {
  const { response, offers, coding } = props;
  const zone = useZone();
  const now = useMinute();
  return (
    <div
      role="region"
      aria-label={w.panel}
      tabIndex={0}
      className="flex min-h-0 w-[412px] shrink-0 flex-col gap-4 overflow-y-auto border-l border-line px-4 py-3 -outline-offset-2 max-[1100px]:w-[340px] max-[820px]:w-full max-[820px]:flex-1 max-[820px]:shrink max-[820px]:border-t max-[820px]:border-l-0"
    >
      {coding && <p className="text-small font-semibold text-on-soft">{w.reading}</p>}
      <dl className="flex flex-col gap-1">
        {response.scores.map(({ questionId, title, score, most }) => (
          <div key={questionId} className="flex items-baseline gap-3">
            <dt className="min-w-0 flex-1 text-small break-words text-ink-2" dir="auto">
              {title}
            </dt>
            <dd className="shrink-0 font-semibold tabular-nums">{w.score(score, most)}</dd>
          </div>
        ))}
      </dl>
      {response.low && (
        <p className="flex items-center gap-1 text-small font-semibold text-late">
          <Frown size={13} aria-hidden />
          {w.unhappy}
        </p>
      )}
      <Texts response={response} offers={offers} />
      {leads && response.texts.length > 0 && <Codes {...props} />}
      <Origin response={response} />
      <p className="text-small text-ink-2 tabular-nums" title={exact(response.at, zone)}>
        {moment(response.at, zone, now)}
      </p>
    </div>
  );
}
