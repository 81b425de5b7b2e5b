import type { Employee, Instance } from './instance.ts';

/** An instance that can be asked for, and what was left aside of the one that came, in words. */
export type Waived = { readonly instance: Instance; readonly waived: readonly string[] };

/**
 * Limits of single shifts that keep an employee from their least minutes, whatever they work, leave them no row at all.
 * They are left aside for that employee, and said: the instance that was meant is the one that can be solved. SPEC PRO-23.
 */
export function waiveImpossibleLimits(instance: Instance): Waived {
  const waived: string[] = [];
  const staff = instance.staff.map((employee) => {
    const most = reachable(instance, employee);
    if (most >= employee.minMinutes) return employee;
    // Shifts they never work stay so.
    const maxShifts = employee.maxShifts.map((limit) => (limit === 0 ? 0 : instance.days));
    waived.push(
      `${employee.id}: the limits of single shifts allow ${most} minutes and the least is ${employee.minMinutes}; ` +
        'the limits were left aside.',
    );
    return { ...employee, maxShifts };
  });
  return { instance: { ...instance, staff }, waived };
}

const reachable = ({ shifts }: Instance, { maxShifts }: Employee): number =>
  shifts.reduce((sum, { minutes }, shift) => sum + minutes * (maxShifts[shift] ?? 0), 0);
