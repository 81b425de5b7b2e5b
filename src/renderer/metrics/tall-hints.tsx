import type { ComponentProps } from 'react';
import { Hints } from '../staffing/not-read.tsx';

/** Keys where they act; in a low window figures have that room, and keys stand in the list of them (?). */
export const TallHints = (props: ComponentProps<typeof Hints>) => (
  <div className="shrink-0 [@media(max-height:480px)]:hidden">
    <Hints {...props} />
  </div>
);
