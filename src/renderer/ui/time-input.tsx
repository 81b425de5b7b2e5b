import type { ComponentProps } from 'react';
import { cx } from './cx.ts';
import { TextInput } from './field.tsx';
import { laterTime, typedTime } from './typed-time.ts';

const stepMinutes = 15;

type Props = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'type'> & {
  readonly value: string;
  readonly onTime: (time: string) => void;
};

/** A time of day by the 24 hour clock, whatever the platform's own: typed in any usual way, up and down by a quarter. */
export function TimeInput({ value, onTime, className, ...rest }: Props) {
  return (
    <TextInput
      {...rest}
      inputMode="numeric"
      maxLength={5}
      placeholder="09:00"
      value={value}
      onFocus={(event) => event.target.select()}
      onChange={(event) => onTime(event.target.value)}
      onBlur={() => onTime(typedTime(value))}
      onKeyDown={(event) => {
        const step = { ArrowUp: stepMinutes, ArrowDown: -stepMinutes }[event.key];
        if (event.key === 'Enter') onTime(typedTime(value));
        if (step === undefined) return;
        event.preventDefault();
        onTime(laterTime(value, step));
      }}
      className={cx('tabular-nums', className)}
    />
  );
}
