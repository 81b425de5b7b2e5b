export const ReviewsTab = () => null;
