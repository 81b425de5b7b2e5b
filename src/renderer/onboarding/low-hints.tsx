import { Hints } from '../staffing/not-read.tsx';

/** Which keys do what; a window that is very low keeps its room for what they act on (`?` says them all). */
export const LowHints = ({ hints }: { readonly hints: readonly (readonly [string, string])[] }) => (
  <div className="shrink-0 [@media(max-height:430px)]:hidden">
    <Hints hints={hints} />
  </div>
);
