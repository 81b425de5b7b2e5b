import { Toast } from '@base-ui/react/toast';
import { TriangleAlert, Timer, X } from 'lucide-react';
import type { Alert, EscalatedByItself } from '../../contract/index.ts';
import { e } from '../strings/en-escalation.ts';
import { t } from '../strings/en.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { useIsDialogOpen } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { useMedia } from '../ui/use-media.ts';
import { useBoard } from '../tickets/board-store.ts';
import { pickedCount } from '../tickets/selection.ts';
import { sideFoldedPx, sidePx, useFolded } from './use-folded.ts';
import { openTicket, goTo } from './window-store.ts';

type ToastData = { readonly tone: 'plain' | 'late' | 'risk'; readonly keys?: string };
const manager = Toast.createToastManager<ToastData>();

type Action = { readonly label: string; readonly keys?: string; readonly run: () => void };
type Said = {
  readonly title: string;
  readonly body?: string;
  readonly tone?: ToastData['tone'];
  readonly action?: Action;
};

const plainMs = 6000;
const alertMs = 20_000;

let latestPlain: string | null = null;

/** One plain message at a time: the next one takes its place. Errors and alerts stand until they are read. */
function replacePlain(id: string): void {
  if (latestPlain !== null) manager.close(latestPlain);
  latestPlain = id;
}

/** Says something at the lower left of the screen. Errors and alerts stay longer and are announced at once. */
export function say({ title, body, tone = 'plain', action }: Said): void {
  const id = manager.add({
    title,
    ...(body !== undefined && { description: body }),
    timeout: tone === 'plain' ? plainMs : alertMs,
    priority: tone === 'late' ? 'high' : 'low',
    data: { tone, ...(action?.keys !== undefined && { keys: action.keys }) },
    ...(action && {
      actionProps: {
        children: action.label,
        onClick: () => {
          manager.close(id);
          action.run();
        },
      },
    }),
  });
  if (tone === 'plain') replacePlain(id);
}

const manyAlerts = 3;

/** A clock that went straight through at risk is late, and nothing else. */
const worst = (alerts: readonly Alert[]): readonly Alert[] =>
  alerts.filter(
    ({ kind, ticketId, metric }) =>
      kind === 'breached' ||
      !alerts.some((other) => other.kind === 'breached' && other.ticketId === ticketId && other.metric === metric),
  );

/** A clock came at risk or is late. More than a few at once (after sleep, after an import) become one message. */
export function sayAlerts(told: readonly Alert[]): void {
  const alerts = worst(told);
  if (alerts.length > manyAlerts) {
    say({ title: t.toasts.alerts(alerts.length), body: t.toasts.alertsHow, tone: 'late' });
    return;
  }
  for (const alert of alerts) {
    say({
      title: t.toasts.alert(alert),
      body: alert.subject,
      tone: alert.kind === 'breached' ? 'late' : 'risk',
      action: { label: t.toasts.open, run: () => openAt(alert.ticketId) },
    });
  }
}

function openAt(ticketId: string): void {
  goTo('queues');
  openTicket(ticketId);
}

/** P1s went up by themselves: one by one where they are few, else as one message. SPEC ESC-10. */
export function sayEscalated(told: readonly EscalatedByItself[]): void {
  if (told.length > manyAlerts) {
    say({ title: e.manyByThemselves(told.length), body: e.byThemselvesHow, tone: 'late' });
    return;
  }
  for (const { ticketId, number, subject, level, owner } of told) {
    say({
      title: e.byItself(number, level),
      body: e.byItselfFor(subject, owner),
      tone: 'late',
      action: { label: t.toasts.open, run: () => openAt(ticketId) },
    });
  }
}

function Icon({ tone }: { readonly tone: ToastData['tone'] }) {
  if (tone === 'late') return <TriangleAlert size={15} className="mt-[2px] shrink-0 text-late" aria-hidden />;
  if (tone === 'risk') return <Timer size={15} className="mt-[2px] shrink-0 text-risk" aria-hidden />;
  return null;
}

/** What does not fit: how many, and a way to be rid of all of them. */
function More() {
  const { toasts } = Toast.useToastManager<ToastData>();
  const hidden = toasts.filter((toast) => toast.limited === true).length;
  if (hidden === 0) return null;
  return (
    <div className="flex h-7 items-center gap-1 self-start rounded-lg border border-line-strong bg-surface pr-1 pl-3 text-small text-ink-2 shadow-float">
      {t.toasts.more(hidden)}
      <Button small look="quiet" onClick={() => manager.close()}>
        {t.toasts.closeAll}
      </Button>
    </div>
  );
}

function List({ brief }: { readonly brief: boolean }) {
  const { toasts } = Toast.useToastManager<ToastData>();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      swipeDirection={['left']}
      className="rounded-lg border border-line-strong bg-surface shadow-float transition-[opacity,transform] duration-[120ms] ease-out data-ending-style:opacity-0 data-limited:hidden data-starting-style:translate-y-1 data-starting-style:opacity-0"
    >
      <Toast.Content className={cx('flex items-start gap-2 pr-2 pl-3', brief ? 'py-1' : 'py-2')}>
        <Icon tone={toast.data?.tone ?? 'plain'} />
        <div className="min-w-0 flex-1 py-[2px]">
          <Toast.Title className={cx('text-body font-semibold', brief ? 'truncate' : 'break-words')} />
          <Toast.Description className={cx('text-small break-words text-ink-2', brief && 'sr-only')} dir="auto" />
        </div>
        <Toast.Action className="inline-flex h-6 shrink-0 items-center gap-[6px] rounded-[5px] px-2 text-small font-semibold text-on-soft hover:bg-accent-soft" />
        {toast.data?.keys !== undefined && (
          <span className="mt-[3px] -ml-1">
            <Kbd keys={toast.data.keys} />
          </span>
        )}
        <Toast.Close render={<IconButton label={t.toasts.close} />}>
          <X size={14} aria-hidden />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}

const apartPx = 16;
/** Free at the left of the widest dialog (920 px) from this width on. */
const roomy = '(min-width: 1440px)';
const besidePx = 228;
/** At 200 % of a small screen three messages would be the screen. */
const low = '(max-height: 480px)';

/**
 * Messages stand at the lower left of the screen, above the bulk bar: never over what one writes or sends. While a
 * dialog is open they stand at the top, at its left; where nothing is free there, one at a time in one line, over no
 * more than its name; so too in a low window.
 */
export function Toasts() {
  const { folded } = useFolded();
  const ticked = useBoard((state) => pickedCount(state.picked, state.total) > 0);
  const dialog = useIsDialogOpen();
  const isRoomy = useMedia(roomy);
  const isLow = useMedia(low);
  const brief = isLow || (dialog && !isRoomy);
  const place = dialog
    ? { left: apartPx, top: 12, ...(!brief && { width: besidePx }) }
    : { left: (folded ? sideFoldedPx : sidePx) + apartPx, bottom: ticked ? 96 : isLow ? 32 : 80 };
  return (
    <Toast.Provider toastManager={manager} limit={brief ? 1 : 3}>
      <Toast.Portal>
        <Toast.Viewport
          aria-label={t.toasts.label}
          style={place}
          className="fixed z-50 flex w-[348px] max-w-[calc(100vw-88px)] flex-col-reverse gap-2"
        >
          <List brief={brief} />
          {!brief && <More />}
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}
