import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Kbd } from './kbd.tsx';

type Props = {
  readonly keys: string;
  readonly icon?: ReactNode;
  readonly primary?: boolean;
  /** What cannot be done is not there. */
  readonly run: (() => void) | undefined;
  readonly children: ReactNode;
};

/** Something that can be done with what stands below it, small, with its key. */
export const KeyButton = ({ keys, icon, primary = false, run, children }: Props) =>
  run === undefined ? null : (
    <Button small look={primary ? 'primary' : 'plain'} icon={icon} onClick={run}>
      {children}
      <Kbd keys={keys} on={primary} />
    </Button>
  );
