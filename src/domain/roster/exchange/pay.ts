import { folded } from '../../exchange/header-names.ts';

/** Words that speak of what somebody earns or costs, in seven languages, folded; compounds are met by their stem. */
const money: readonly RegExp[] = [
  /^wages?$/,
  /^salar(?:y|ies|is|io|ios|ial|iale|iali)$/,
  /^salaires?$/,
  /^(?:pay|wage|salary)(?:rate|grade|scale|band)s?$/,
  /^(?:compensation|remuneration|earnings?|bonus(?:es)?|commissions?|stipend|payroll cost)$/,
  /lohn/,
  /^(?:gehalt|gehalts\p{L}*|\p{L}+gehalt)$/u,
  /^(?:vergutung|stundenvergutung|entgelt|entgelts\p{L}*|stundensatz|verdienst|bezuge|personalkosten|salar)$/u,
  /^(?:sueldos?|jornal|nomina|remuneracion(?:es)?|tarifa)$/,
  /^(?:remuneracao|ordenado|vencimentos?)$/,
  /^(?:stipendi?o?|retribuzione|compenso|tariffa)$/,
  /^(?:salarissen|bezoldiging|uurtarief|tarief)$/,
  /^(?:|uur|bruto|netto|maand|basis)loon(?:kosten|schaal)?$/,
  /^(?:costs?|kosten|couts?|costes?|costos?|custos?|costi)$/,
];

/** Words that are money only beside nothing that says otherwise: a paid break is no pay, nor is a method of paying. */
const weak = /^(?:pay|paga|pago|paie|pagamento|rate|rates|taux|hourly)$/;
const noMoney =
  /^(?:breaks?|pauses?|pausas?|pauze|descansos?|intervalos?|lunch|meal|leave|holiday|method|methods|period|periods|roll|cycle|calendar|day|id|number|occupancy|utili[sz]ation|answer|adherence|service|response|shrinkage)$/;
/** A cost centre is a part of the company. */
const centre = /^(?:cent(?:er|re|ro)s?|zentrum|stelle|plaats)$/;
/** "Valor hora", "precio por hora", "price per hour". */
const perHour =
  /^(?:valor|precio|preco|prix|preis|prijs|prezzo|price|amount|montant)\b.*\b(?:hour|hora|heure|stunde|uur|ora)\b/;

/**
 * Whether a column looks like pay: such a column is dropped before any of its cells is read. SPEC RIO-2. In doubt it
 * is, unless the header speaks of a break, a cost centre or a way of paying.
 */
export function payColumn(header: string): boolean {
  if (/[$€£¥₹]/u.test(header)) return true;
  const name = folded(header);
  const words = name.split(' ');
  if (words.some((word) => centre.test(word))) return false;
  if (perHour.test(name) || words.some((word) => money.some((pattern) => pattern.test(word)))) return true;
  return words.some((word) => weak.test(word)) && !words.some((word) => noMoney.test(word));
}

/** The places of the columns that look like pay. */
export const payPlaces = (header: readonly string[]): readonly number[] =>
  header.flatMap((text, place) => (payColumn(text) ? [place] : []));
