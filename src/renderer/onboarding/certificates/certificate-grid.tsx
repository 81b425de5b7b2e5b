import { dateText } from '../../ui/format.ts';
import { CircleCheck, Clock, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Certificate } from '../../../contract/index.ts';
import type { Told } from '../../coaching/page/rows.tsx';
import { ow } from '../../strings/en-onboarding.ts';
import { cx } from '../../ui/cx.ts';
import { placeAfter, stepOf } from '../../ui/list-steps.ts';
import { setOnboarding } from '../onboarding-store.ts';
import { standingWords } from './standing.ts';

const w = ow.certificates;
const columns =
  'grid grid-cols-[minmax(130px,1fr)_minmax(150px,1.4fr)_100px_100px_170px_minmax(100px,1fr)] items-center gap-3 px-4 max-[1000px]:grid-cols-[minmax(60px,1fr)_minmax(60px,1.2fr)_84px_152px] max-[640px]:gap-2';
/** What a narrow window leaves out. */
const wide = 'max-[1000px]:hidden';
const rowId = (id: string): string => `certificate-${id}`;

const looks = {
  valid: { icon: CircleCheck, tone: 'bg-met-soft text-met' },
  soon: { icon: Clock, tone: 'bg-risk-soft text-risk' },
  expired: { icon: TriangleAlert, tone: 'bg-late-soft text-late' },
} as const;

function Standing({ certificate, today }: { readonly certificate: Certificate; readonly today: string }) {
  const { icon: Icon, tone } = looks[certificate.state];
  return (
    <span
      className={cx(
        'inline-flex h-[20px] max-w-full items-center gap-1 rounded-[4px] px-[6px] text-small font-semibold whitespace-nowrap tabular-nums',
        tone,
      )}
    >
      <Icon size={12} aria-hidden className="shrink-0" />
      {standingWords(certificate, today)}
    </span>
  );
}

type RowProps = {
  readonly certificate: Certificate;
  readonly current: boolean;
  readonly told: Told;
  readonly onOpen: (() => void) | undefined;
};

function Row({ certificate, current, told, onOpen }: RowProps) {
  const { id, personId, name, issuedOn, expiresOn, note } = certificate;
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const text = (value: string, more = '') => (
    <span role="gridcell" className={cx('truncate', more)} dir="auto" title={value}>
      {value}
    </span>
  );
  return (
    <div
      ref={row}
      id={rowId(id)}
      role="row"
      aria-selected={current}
      data-cursor={current || undefined}
      onClick={() => setOnboarding({ certificateId: id })}
      onDoubleClick={onOpen}
      className={cx(
        columns,
        'min-h-[34px] border-b border-line select-none',
        current ? 'bg-accent-soft shadow-[inset_2px_0_0_var(--accent)]' : 'hover:bg-canvas',
      )}
    >
      {text(told.nameOf(personId), 'font-semibold')}
      {text(name)}
      <span role="gridcell" className={cx('tabular-nums', wide)}>
        {dateText(issuedOn, told.now)}
      </span>
      <span role="gridcell" className="tabular-nums">
        {expiresOn === null ? ow.ramp.nothing : dateText(expiresOn, told.now)}
      </span>
      <span role="gridcell" className="min-w-0">
        <Standing certificate={certificate} today={told.today} />
      </span>
      {text(note, cx('text-small text-ink-2', wide))}
    </div>
  );
}

type Props = {
  readonly certificates: readonly Certificate[];
  readonly at: number;
  readonly told: Told;
  /** Left out for who may not change them. */
  readonly onOpen: ((certificate: Certificate) => void) | undefined;
};

/** Certificates by when they end. */
export function CertificateGrid({ certificates, at, told, onOpen }: Props) {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const step = stepOf(event.key);
    const next = step === null ? undefined : certificates[placeAfter(at, step, certificates.length)];
    if (next === undefined) return;
    setOnboarding({ certificateId: next.id });
    event.preventDefault();
    event.stopPropagation();
  };
  const current = certificates[at];
  const c = w.columns;
  return (
    <div
      role="grid"
      data-board
      data-first
      tabIndex={0}
      aria-label={w.list}
      aria-rowcount={certificates.length + 1}
      aria-activedescendant={current === undefined ? undefined : rowId(current.id)}
      onKeyDown={onKeyDown}
      className="min-h-0 flex-1 overflow-y-auto -outline-offset-2"
    >
      <div role="rowgroup" className="sticky top-0 z-10 bg-surface">
        <div role="row" className={cx(columns, 'h-[28px] border-b border-line text-small text-ink-2')}>
          <span role="columnheader">{c.person}</span>
          <span role="columnheader">{c.name}</span>
          <span role="columnheader" className={wide}>
            {c.issued}
          </span>
          <span role="columnheader">{c.expires}</span>
          <span role="columnheader">{c.state}</span>
          <span role="columnheader" className={wide}>
            {c.note}
          </span>
        </div>
      </div>
      <div role="rowgroup">
        {certificates.map((certificate, index) => (
          <Row
            key={certificate.id}
            certificate={certificate}
            current={index === at}
            told={told}
            onOpen={onOpen === undefined ? undefined : () => onOpen(certificate)}
          />
        ))}
      </div>
    </div>
  );
}
