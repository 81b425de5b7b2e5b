import type { ReactNode } from 'react';
import type { QualityReview } from '../../../contract/index.ts';
import { qw } from '../../strings/en-quality.ts';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';

export const isOpen = ({ state }: QualityReview): boolean => state === 'assigned' || state === 'started';
export const mayReopen = ({ state }: QualityReview): boolean =>
  state !== 'disputed' && state !== 'assigned' && state !== 'started';
export const mayDispute = ({ state }: QualityReview): boolean => state === 'released' || state === 'acknowledged';

type BarProps = { readonly data: QualityReview; readonly inPack: boolean; readonly steps: Steps };
export type Steps = {
  readonly finish: () => void;
  readonly skip: () => void;
  readonly next: () => void;
  readonly reopen: () => void;
  readonly release: () => void;
  readonly acknowledge: () => void;
  readonly dispute: () => void;
  readonly print: () => void;
};

const Act = ({
  keys,
  on = false,
  run,
  children,
}: {
  keys: string;
  on?: boolean;
  run: () => void;
  children: ReactNode;
}) => (
  <Button look={on ? 'primary' : 'plain'} onClick={run}>
    {children}
    <Kbd keys={keys} on={on} />
  </Button>
);

/** What can be done with the review as it stands. */
export function Bar({ data, inPack, steps }: BarProps) {
  if (isOpen(data))
    return (
      <>
        <Act keys="s" run={steps.skip}>
          {qw.review.skip}
        </Act>
        <Act keys="mod+enter" on run={steps.finish}>
          {qw.review.finish}
        </Act>
      </>
    );
  return (
    <>
      {!inPack && (
        <Act keys="p" run={steps.print}>
          {qw.review.print}
        </Act>
      )}
      {mayReopen(data) && (
        <Act keys="t" run={steps.reopen}>
          {qw.review.reopen}
        </Act>
      )}
      {mayDispute(data) && (
        <Act keys="d" run={steps.dispute}>
          {qw.review.dispute}
        </Act>
      )}
      {data.state === 'released' && !inPack && (
        <Act keys="y" on run={steps.acknowledge}>
          {qw.agent.acknowledge}
        </Act>
      )}
      {data.state === 'done' && !inPack && (
        <Act keys="r" on run={steps.release}>
          {qw.review.release}
        </Act>
      )}
    </>
  );
}

/** Which keys do what in a review. */
export function hintsOf(open: boolean): readonly (readonly [string, string])[] {
  const move = [
    ['j / k', qw.hints.move],
    [', / .', qw.hints.passages],
    ['shift+g', qw.hints.guidance],
    ['[ / ]', qw.hints.neighbours],
    ['escape', qw.hints.back],
  ] as const;
  if (!open) return move;
  return [
    ['1 / 5', qw.hints.score],
    ['n', qw.hints.na],
    ['c', qw.hints.comment],
    ['w', qw.hints.causes],
    ['q', qw.hints.quote],
    ['e', qw.hints.extend],
    ['enter', qw.hints.nextOpen],
    ...move,
  ];
}
