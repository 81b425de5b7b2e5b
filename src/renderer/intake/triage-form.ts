import { create } from 'zustand';
import type { Matrix, Ticket } from '../../contract/index.ts';
import { priorityOf } from '../../domain/tickets/matrix.ts';
import { missingTriage } from '../../domain/tickets/triage.ts';
import { openDialog } from '../app/window-store.ts';
import type { Grade, Wrong } from './form.ts';
import type { Graded, Placed } from './triage-fields.tsx';

/** Which ticket the triage dialog is about. */
export const useTriaged = create<{ readonly id: string | null }>(() => ({ id: null }));

export function openTriage(id: string): void {
  useTriaged.setState({ id });
  openDialog('triage');
}

/** What triage can still say of a ticket that is there. */
export type TriageForm = Graded & Placed & { readonly subject: string; readonly language: string };

const asTriaged = (given: Pick<TriageForm, 'subject' | 'category' | 'impact' | 'urgency' | 'queueId'>) => ({
  ...given,
  channel: 'known',
  customer: 'known',
  queue: given.queueId,
});

/** Whether the triage of a ticket is complete. SPEC TRI-1. */
export const isTriaged = (ticket: Ticket): boolean =>
  missingTriage(asTriaged({ ...ticket, impact: grade(ticket.impact), urgency: grade(ticket.urgency) })).length === 0;

const grade = (value: number | null): Grade | null => (value === 1 || value === 2 || value === 3 ? value : null);

/** The form as the ticket has it: a priority that differs from the matrix stays, with its reason. SPEC TRI-3. */
export function triageForm(ticket: Ticket, matrix: Matrix): TriageForm {
  const { subject, category, queueId, language, priority, events } = ticket;
  const [impact, urgency] = [grade(ticket.impact), grade(ticket.urgency)];
  const given = priorityOf(matrix, impact, urgency);
  const differs = given !== null && priority !== given;
  const why = events.findLast(({ type, to }) => type === 'priority' && to === priority)?.body ?? '';
  return {
    subject,
    category,
    queueId,
    language: language ?? '',
    impact,
    urgency,
    priority: differs ? priority : null,
    reason: differs ? why : '',
  };
}

const languageTag = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
export const isLanguage = (text: string): boolean => text.trim() === '' || languageTag.test(text.trim());

/** What stands in the way of saving, in the order of the form. */
export function wrongInTriage(form: TriageForm, matrix: Matrix): readonly Wrong[] {
  const given = priorityOf(matrix, form.impact, form.urgency);
  const needsReason = form.priority !== null && form.priority !== given && form.reason.trim() === '';
  return [...missingTriage(asTriaged(form)), ...(needsReason ? (['reason'] as const) : [])];
}

/** What the desk is told: all that triage needs, and only what else was changed. SPEC TRI-4. */
export function triageInput(ticket: Ticket, form: TriageForm) {
  const language = form.language.trim() === '' ? null : form.language.trim();
  const subject = form.subject.trim();
  return {
    id: ticket.id,
    ...(form.impact !== null && { impact: form.impact }),
    ...(form.urgency !== null && { urgency: form.urgency }),
    ...(form.queueId !== null && { queueId: form.queueId }),
    category: form.category,
    ...(subject !== ticket.subject && { subject }),
    ...(language !== ticket.language && { language }),
    ...(form.priority !== null && { priority: form.priority, overrideReason: form.reason.trim() }),
  };
}
