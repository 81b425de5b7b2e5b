/** What Save and New mean on the tab that is on screen; each tab sets its own while it is shown. */
let save: (() => void) | null = null;
let add: (() => void) | null = null;

export function onSave(run: (() => void) | null): void {
  save = run;
}
export function onAdd(run: (() => void) | null): void {
  add = run;
}
export const saveShown = (): void => save?.();
export const addTree = (): void => add?.();
