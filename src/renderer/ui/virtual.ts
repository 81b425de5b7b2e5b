export { useVirtualizer as useVirtual } from '@tanstack/react-virtual';
export type { Virtualizer } from '@tanstack/react-virtual';
