import { Hints } from '../staffing/not-read.tsx';

type Props = { readonly hints: readonly (readonly [string, string])[] };

/** Which keys do what; where the window is very low they give way to what they act on, and `?` still lists them. */
export const Keys = ({ hints }: Props) => (
  <div className="shrink-0 [@media(max-height:420px)]:hidden">
    <Hints hints={hints} />
  </div>
);
