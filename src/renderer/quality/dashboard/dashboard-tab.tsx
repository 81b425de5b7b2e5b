/** Put in place by its own part. */
export const DashboardTab = () => null;
