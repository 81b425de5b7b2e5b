import type { ReactNode } from 'react';

/** The buttons of a form in a dialog (`p-4`): in sight however low the window is, while what is above them scrolls. */
export function FormFoot({ children }: { readonly children: ReactNode }) {
  return (
    <div className="sticky bottom-0 z-10 -mx-4 mt-1 -mb-4 flex flex-wrap items-center justify-end gap-2 rounded-b-lg bg-surface px-4 pt-2 pb-4">
      {children}
    </div>
  );
}
