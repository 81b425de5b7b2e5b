import {
  AtSign,
  CircleQuestionMark,
  Globe,
  Mail,
  MessageSquare,
  Phone,
  Store,
  Webhook,
  type LucideIcon,
} from 'lucide-react';
import type { Channel, Priority } from '../../contract/index.ts';
import { t } from '../strings/en.ts';
import { cx } from './cx.ts';
import { initials } from './format.ts';

const heights = [4, 7, 9, 11.5];
const filled: Record<Priority, number> = { p1: 4, p2: 3, p3: 2, p4: 1 };
const colours: Record<Priority, string> = {
  p1: 'fill-late',
  p2: 'fill-bar-2',
  p3: 'fill-accent',
  p4: 'fill-ink-3',
};

/** Four rising bars, more is more urgent. */
export function PriorityBars({ priority }: { readonly priority: Priority }) {
  return (
    <svg width="18" height="12" viewBox="0 0 18 12" role="img" aria-label={t.priority[priority]} className="shrink-0">
      <title>{t.priority[priority]}</title>
      {heights.map((height, bar) => (
        <rect
          key={height}
          x={bar * 4.8}
          y={12 - height}
          width="3.2"
          height={height}
          rx="1"
          className={bar < filled[priority] ? colours[priority] : 'fill-line-strong'}
        />
      ))}
    </svg>
  );
}

const channelIcons: Record<Channel, LucideIcon> = {
  email: Mail,
  phone: Phone,
  chat: MessageSquare,
  social: AtSign,
  web: Globe,
  walkIn: Store,
  api: Webhook,
  other: CircleQuestionMark,
};

export function ChannelIcon({ channel }: { readonly channel: Channel }) {
  const Icon = channelIcons[channel];
  return (
    <span role="img" aria-label={t.channel[channel]} title={t.channel[channel]} className="inline-flex text-ink-2">
      <Icon size={15} strokeWidth={1.75} aria-hidden />
    </span>
  );
}

type AvatarProps = {
  readonly name: string;
  readonly size?: 20 | 24;
  /** Not here now: a dashed ring, which the label beside it says in words. */
  readonly away?: boolean;
};

/** Initials in a circle; decorative, the name stands beside it or in a label. */
export function Avatar({ name, size = 20, away = false }: AvatarProps) {
  return (
    <span
      aria-hidden
      className={cx(
        'inline-flex shrink-0 items-center justify-center rounded-full bg-accent-soft font-bold text-on-soft select-none',
        size === 20 ? 'size-5 text-[9px]' : 'size-6 text-[10px]',
        away && 'border border-dashed border-ink-3 !bg-transparent !text-ink-2',
      )}
    >
      {initials(name)}
    </span>
  );
}
