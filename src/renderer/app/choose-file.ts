/** Held while it is open: an input that nothing points to may be swept away with what is chosen in it. */
let asking: HTMLInputElement | null = null;

/** Asks for files with the platform's own dialog; nothing is taken where it is closed without one. */
export function chooseFiles(
  { accept, multiple = false }: { readonly accept?: string; readonly multiple?: boolean },
  take: (files: readonly File[]) => void,
): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = multiple;
  if (accept !== undefined) input.accept = accept;
  input.addEventListener('change', () => {
    asking = null;
    take(Array.from(input.files ?? []));
  });
  asking = input;
  asking.click();
}

/** The same, for one. */
export const chooseFile = (accept: string, take: (file: File) => void): void =>
  chooseFiles({ accept }, ([file]) => {
    if (file !== undefined) take(file);
  });
