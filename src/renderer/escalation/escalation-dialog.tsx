import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { openDialog, useWindow } from '../app/window-store.ts';
import { orpc } from '../client/client.ts';
import { useNumber } from '../relations/link-form.tsx';
import { e } from '../strings/en-escalation.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ActForm, BackForm, HandForm, ResolveForm } from './answer-forms.tsx';
import { CloseForm, LineForm, ReviewForm } from './closing-forms.tsx';
import { DeclareForm } from './declare-form.tsx';
import { DrillForm } from './drill-form.tsx';
import { EscalateForm } from './escalate-form.tsx';
import { useEscalations, type AskedEscalation } from './escalation-store.ts';
import { LinkMoreForm } from './link-more-form.tsx';
import { UpdateForm } from './update-form.tsx';
import { WalkForm } from './walk-form.tsx';

const f = e.form;
const i = e.incident;

/** The body and the title, which where a ticket is only known by its id begins with its number. */
function shownFor(asked: AskedEscalation, number: number): { readonly title: string; readonly body: ReactNode } {
  switch (asked.kind) {
    case 'escalate':
      return { title: f.escalateTitle(number), body: <EscalateForm ticketId={asked.ticketId} /> };
    case 'walk':
      return { title: e.walk.title(number), body: <WalkForm ticketId={asked.ticketId} /> };
    case 'hand':
      return { title: f.handTitle(asked.escalation.ticket.number), body: <HandForm escalation={asked.escalation} /> };
    case 'act':
      return { title: f.actTitle(asked.escalation.ticket.number), body: <ActForm escalation={asked.escalation} /> };
    case 'resolve':
      return {
        title: f.resolveTitle(asked.escalation.ticket.number),
        body: <ResolveForm escalation={asked.escalation} />,
      };
    case 'back':
      return { title: f.backTitle(asked.escalation.ticket.number), body: <BackForm escalation={asked.escalation} /> };
    case 'declare':
      return { title: i.declareTitle, body: <DeclareForm first={asked.linkedIds} /> };
    case 'line':
      return { title: i.addLine, body: <LineForm incident={asked.incident} /> };
    case 'link':
      return { title: i.linkTitle, body: <LinkMoreForm incident={asked.incident} /> };
    case 'update':
      return { title: i.updateTitle, body: <UpdateForm incident={asked.incident} /> };
    case 'close':
      return { title: i.closeTitle, body: <CloseForm incident={asked.incident} /> };
    case 'review':
      return { title: i.reviewTitle, body: <ReviewForm incident={asked.incident} /> };
    case 'drill':
      return { title: i.drillTitle, body: <DrillForm /> };
  }
}

const close = (): void => openDialog(null);
const wide: ReadonlySet<AskedEscalation['kind']> = new Set(['declare', 'link', 'update', 'review', 'walk']);

function Shown({ asked, number }: { readonly asked: AskedEscalation; readonly number: number }) {
  const open = useWindow((state) => state.dialog === 'escalation');
  const { title, body } = shownFor(asked, number);
  return (
    <Dialog title={title} open={open} onClose={close} width={wide.has(asked.kind) ? 640 : 520}>
      {body}
    </Dialog>
  );
}

type OnTicket = Extract<AskedEscalation, { kind: 'escalate' | 'walk' }>;
const Numbered = ({ asked }: { readonly asked: OnTicket }) => (
  <Shown asked={asked} number={useNumber(asked.ticketId)} />
);

/** Read before they are asked for: a dialog that opens with its fields gives the first of them the focus. */
function useAtHand(): void {
  useQuery(orpc.escalation.settings.queryOptions());
  useQuery(orpc.escalation.trees.queryOptions());
  useQuery(orpc.escalation.scenarios.queryOptions());
}

/** The one dialog of escalations, incidents, drills and walks. */
export function EscalationDialog() {
  useAtHand();
  const asked = useEscalations((state) => state.asked);
  if (asked === null) return null;
  if (asked.kind === 'escalate' || asked.kind === 'walk') return <Numbered asked={asked} />;
  return <Shown asked={asked} number={0} />;
}
