import type { ReactNode } from 'react';

/** A part of the panel under its title. */
export function PanelSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col gap-2">
      <h2 className="text-body font-bold">{title}</h2>
      {children}
    </section>
  );
}
