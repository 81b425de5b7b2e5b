import { free, type Instance, type ShiftGrid } from './instance.ts';

/**
 * What a roster costs: the weight of each request that is not met, and for each shift of each day the people missing
 * or too many by their weights. Source: Curtois and Qu 2014, objective (1). SPEC PRO-21.
 */
export function rosterCost(instance: Instance, grid: ShiftGrid): number {
  let cost = 0;
  for (const { employee, day, shift, weight, on } of instance.requests) {
    const worked = (grid[employee]?.[day] ?? free) === shift;
    if (worked !== on) cost += weight;
  }
  for (const { day, shift, required, under, over } of instance.cover) {
    const there = grid.reduce((sum, row) => sum + (row[day] === shift ? 1 : 0), 0);
    cost += there < required ? (required - there) * under : (there - required) * over;
  }
  return cost;
}
