import type { Matrix, Priority } from '../../contract/index.ts';
import { matrixPriority } from '../exchange/values.ts';

const grades = [1, 2, 3] as const;

/** ITIL's matrix as ServiceNow ships it: what an import takes where a file gives no priority. SPEC TRI-2. */
export const defaultMatrix: Matrix = grades.map((impact) =>
  grades.map((urgency) => matrixPriority(String(impact), String(urgency)) ?? 'p4'),
);

/** The priority that impact and urgency (1 high to 3 low) give; null while one of them is open. */
export function priorityOf(matrix: Matrix, impact: number | null, urgency: number | null): Priority | null {
  if (impact === null || urgency === null) return null;
  return matrix[impact - 1]?.[urgency - 1] ?? null;
}

const gradeWords = ['high', 'medium', 'low'];

/** `High impact and medium urgency give P2.` */
export function whyPriority(matrix: Matrix, impact: number | null, urgency: number | null): string {
  const priority = priorityOf(matrix, impact, urgency);
  if (priority === null || impact === null || urgency === null) return 'Impact and urgency together give the priority.';
  const [how = '', soon = ''] = [gradeWords[impact - 1], gradeWords[urgency - 1]];
  return `${how.charAt(0).toUpperCase()}${how.slice(1)} impact and ${soon} urgency give ${priority.toUpperCase()}.`;
}
