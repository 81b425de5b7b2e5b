import { create } from 'zustand';
import { goTo } from '../app/window-store.ts';

type Customers = {
  readonly text: string;
  /** The customer shown beside the list. */
  readonly chosen: string | null;
};

/** What belongs to the Customers screen of this window. */
export const useCustomers = create<Customers>(() => ({ text: '', chosen: null }));

export const findText = (text: string): void => useCustomers.setState({ text });
export const chooseCustomer = (chosen: string | null): void => useCustomers.setState({ chosen });

/** Shows a customer from anywhere. */
export function openCustomer(id: string): void {
  useCustomers.setState({ chosen: id });
  goTo('customers');
}
