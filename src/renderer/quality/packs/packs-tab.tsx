/** Put in place by its own part. */
export const PacksTab = () => null;
