/** Where the keys go on a page: to what scrolls, or to one of its parts. */
export type Place = 'page' | 'notes' | 'interview';

/** What a list needs to lead to the page beside it, and back. */
export type Entering = {
  /** Where the keys are to go once the page is there; null: they stay where they are. */
  readonly entering: Place | null;
  readonly onEntered: () => void;
  readonly onLeave: () => void;
};

/** A question with what it is rated by in sight, also where it is higher than what shows it. */
export function showQuestion(row: HTMLElement | null | undefined): void {
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
  row?.firstElementChild?.scrollIntoView({ block: 'nearest' });
}

/** Puts the focus there; where there is no such part (a form that is done), on the whole page. */
export function enter(page: HTMLElement | null, place: Place): void {
  const question = page?.querySelector<HTMLElement>('[data-question][tabindex="0"]');
  const notes = page?.querySelector<HTMLTextAreaElement>('[data-notes]');
  if (place === 'interview' && question != null) showQuestion(question);
  else if (place === 'notes' && notes != null) {
    notes.focus();
    notes.setSelectionRange(notes.value.length, notes.value.length);
  } else page?.focus({ preventScroll: true });
}
