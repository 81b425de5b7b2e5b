import type { Channel } from '../../contract/common.ts';

export type Scenario = {
  readonly key: string;
  readonly name: string;
  readonly about: string;
  readonly impact: string;
  readonly category: string;
  readonly tickets: readonly {
    readonly from: string;
    readonly subject: string;
    readonly body: string;
    readonly channel: Channel;
  }[];
};

const said = (from: string, channel: Channel, subject: string, body: string) => ({ from, channel, subject, body });

/** Three bad mornings to practise. Nobody in them is real. SPEC ESC-60. */
export const scenarios: readonly Scenario[] = [
  {
    key: 'checkout',
    name: 'Checkout outage',
    about: 'Payments fail for everybody. Practise linking, one update to all, and passing it to engineering.',
    impact: 'Customers cannot pay. Orders stop; some say they were charged.',
    category: 'Payment',
    tickets: [
      said('Mara Okafor', 'chat', 'Payment fails at checkout', 'I pressed pay three times and get an error each time.'),
      said(
        'Jonas Weber',
        'email',
        'Checkout error 502 after card details',
        'After I enter my card the page says 502. Did you take my money?',
      ),
      said(
        'Leila Haddad',
        'phone',
        'Charged but no order',
        'Caller says the amount was taken and no confirmation came.',
      ),
      said(
        'Tom Reyes',
        'social',
        'Is your checkout down?',
        'Your checkout has been down for 20 minutes. Are you aware?',
      ),
      said('Priya Nair', 'web', 'Cannot pay with any card', 'Two cards and one wallet, all refused at checkout.'),
      said(
        'Elin Strand',
        'email',
        'Basket empty after failed payment',
        'The payment failed and now my basket is empty.',
      ),
    ],
  },
  {
    key: 'data',
    name: 'Suspicion of a data breach',
    about: 'Customers see what is not theirs. Practise saying little, escalating at once, and keeping a timeline.',
    impact: 'Some customers say they see orders and addresses of others. Not confirmed.',
    category: 'Data protection',
    tickets: [
      said(
        'Ines Carvalho',
        'email',
        'I see somebody else’s orders',
        'In my account there are orders of a person I do not know, with the address.',
      ),
      said(
        'Peter Lindqvist',
        'phone',
        'Wrong name and address in my account',
        'Caller sees another name and street after signing in.',
      ),
      said(
        'Aylin Demir',
        'chat',
        'Somebody else’s invoice in my account',
        'The invoice I downloaded has another name on it. Who can see mine?',
      ),
      said(
        'Owen Clarke',
        'email',
        'Was my data leaked?',
        'A friend told me accounts are mixed up. I want to know what of mine was seen.',
      ),
      said(
        'Nadia Petrova',
        'social',
        'Your accounts are mixed up',
        'Is this a data breach? I can see a stranger’s address.',
      ),
    ],
  },
  {
    key: 'carrier',
    name: 'Carrier on strike',
    about: 'Parcels stand still for days. Practise one honest update to many, and what may be promised.',
    impact: 'No deliveries in two regions until the strike ends. About a third of open orders.',
    category: 'Delivery',
    tickets: [
      said(
        'Hugo Martin',
        'phone',
        'Parcel has not moved for three days',
        'Caller wants to know where the parcel is. Needed by Friday.',
      ),
      said(
        'Sofia Rossi',
        'email',
        'Delivery strike: will my order arrive?',
        'I read that the carrier is on strike. Will my order come in time?',
      ),
      said(
        'Kenji Mori',
        'chat',
        'Parcel stuck in depot',
        'Tracking says depot since Monday. Can you send it another way?',
      ),
      said(
        'Amelia Hart',
        'web',
        'Refund because of late delivery',
        'It is late and I do not need it any more. Please refund.',
      ),
      said('Lucas Dupont', 'email', 'Parcel not delivered, no news', 'No parcel, no message. This is the second time.'),
      said(
        'Zofia Nowak',
        'phone',
        'Medicine in a parcel that stands still',
        'Caller needs the parcel for health reasons.',
      ),
    ],
  },
];
