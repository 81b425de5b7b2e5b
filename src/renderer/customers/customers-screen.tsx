import { Header } from '../app/header.tsx';
import { t } from '../strings/en.ts';

/** Everybody who wrote to this desk. */
export function CustomersScreen() {
  return <Header title={t.screens.customers} />;
}
