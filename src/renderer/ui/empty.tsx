import type { ReactNode } from 'react';

type EmptyProps = {
  readonly title: string;
  readonly children?: ReactNode;
  readonly icon?: ReactNode;
  readonly actions?: ReactNode;
};

/** What stands where there is nothing: what happened, and what to do. */
export function Empty({ title, children, icon, actions }: EmptyProps) {
  return (
    <div className="flex min-h-0 flex-1 flex-col items-center justify-center-safe gap-2 overflow-y-auto p-8 text-center">
      {icon !== undefined && <div className="mb-1 text-ink-3">{icon}</div>}
      <p className="text-title font-bold">{title}</p>
      {children !== undefined && <p className="max-w-[380px] text-ink-2">{children}</p>}
      {actions !== undefined && <div className="mt-2 flex gap-2">{actions}</div>}
    </div>
  );
}
