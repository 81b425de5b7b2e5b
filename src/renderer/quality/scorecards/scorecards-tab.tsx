export const ScorecardsTab = () => null;
