/** Moves the focus once React has drawn what it goes to. */
function soon(find: () => HTMLElement | null): void {
  requestAnimationFrame(() => requestAnimationFrame(() => find()?.focus()));
}

/** The open policy in the list. */
export const focusList = (): void => soon(() => document.querySelector('[data-policies] [aria-selected="true"]'));

/** The open policy in the list, where what had the focus has gone. */
export const focusListIfLost = (): void =>
  soon(() =>
    document.activeElement === null || document.activeElement === document.body
      ? document.querySelector<HTMLElement>('[data-policies] [aria-selected="true"]')
      : null,
  );

/** The versions, where they are shown: the next Tab is at the first that can be taken up. */
export const focusVersions = (): void => soon(() => document.querySelector('[data-versions]'));

/** What the policy would do, from its beginning, where it stands below the editor. */
export const focusPreview = (): void =>
  soon(() => {
    const preview = document.querySelector<HTMLElement>('[data-preview]');
    preview?.scrollIntoView({ block: 'start' });
    return preview;
  });

/** The name, where editing begins. */
export const focusEditor = (): void => soon(() => document.querySelector('[data-policy-editor] input'));

/** The first field with something wrong. */
export const focusProblem = (): void =>
  soon(() =>
    document.querySelector(
      '[data-policy-editor] [aria-invalid="true"], [data-policy-editor] [data-wrong] :is(button, select)',
    ),
  );
