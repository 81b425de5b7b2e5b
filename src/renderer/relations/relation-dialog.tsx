import type { ReactNode } from 'react';
import { useWindow } from '../app/window-store.ts';
import { r } from '../strings/en-relations.ts';
import { Dialog } from '../ui/dialog.tsx';
import { CallbackAnswer, CorrectForm, DispatchAnswer } from './answer-forms.tsx';
import { LinkForm, useNumber } from './link-form.tsx';
import { MergeForm } from './merge-dialog.tsx';
import { CallbackForm, DispatchForm } from './promise-forms.tsx';
import { closeAsked, useAsked, type Asked, type DispatchStep } from './relation-store.ts';
import { SplitForm } from './split-form.tsx';

const dispatchTitles: Readonly<Record<DispatchStep, string>> = {
  done: r.answer.dispatchDone,
  moved: r.answer.dispatchMoved,
  cancelled: r.answer.dispatchCancelled,
  reopened: r.answer.dispatchReopened,
};

const about = (title: string, { ticket }: { readonly ticket: { readonly number: number } }): string =>
  `${title}: #${ticket.number}`;

function bodyOf(asked: Asked): ReactNode {
  switch (asked.kind) {
    case 'merge':
      return <MergeForm first={asked.ids} />;
    case 'link':
      return <LinkForm id={asked.id} as={asked.as} />;
    case 'split':
      return <SplitForm id={asked.id} eventId={asked.eventId} />;
    case 'dispatch':
      return <DispatchForm ticketId={asked.ticketId} />;
    case 'callback':
      return <CallbackForm ticketId={asked.ticketId} />;
    case 'endCallback':
      return asked.step === 'changed' ? (
        <CorrectForm row={asked.row} />
      ) : (
        <CallbackAnswer step={asked.step} row={asked.row} />
      );
    case 'endDispatch':
      return <DispatchAnswer step={asked.step} row={asked.row} />;
  }
}

type Numbered = Extract<Asked, { kind: 'link' | 'dispatch' | 'callback' }>;
const titles: Readonly<Record<Numbered['kind'], (n: number) => string>> = {
  link: r.link.title,
  dispatch: r.dispatch.title,
  callback: r.callback.title,
};

function Titled({ asked }: { readonly asked: Numbered }) {
  const number = useNumber(asked.kind === 'link' ? asked.id : asked.ticketId);
  return <Shown asked={asked} title={titles[asked.kind](number)} />;
}

function titleOf(asked: Exclude<Asked, Numbered>): string {
  if (asked.kind === 'merge') return r.merge.title;
  if (asked.kind === 'split') return r.split.title;
  return about(asked.kind === 'endCallback' ? r.answer[asked.step] : dispatchTitles[asked.step], asked.row);
}

function Shown({ asked, title }: { readonly asked: Asked; readonly title: string }) {
  const open = useWindow((state) => state.dialog === 'relation');
  return (
    <Dialog title={title} open={open} onClose={closeAsked} width={asked.kind === 'merge' ? 640 : 520}>
      {bodyOf(asked)}
    </Dialog>
  );
}

/** The one dialog of merging, splitting, linking, dispatching and promising. */
export function RelationDialog() {
  const asked = useAsked((state) => state.asked);
  if (asked === null) return null;
  if (asked.kind === 'link' || asked.kind === 'dispatch' || asked.kind === 'callback') return <Titled asked={asked} />;
  return <Shown asked={asked} title={titleOf(asked)} />;
}
