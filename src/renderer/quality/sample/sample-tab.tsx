export const SampleTab = () => null;
