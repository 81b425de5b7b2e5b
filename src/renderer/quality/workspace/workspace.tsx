import type { OpenReview } from '../quality-store.ts';

export const Workspace = (_props: { readonly review: OpenReview }) => null;
