import type { Topic } from '../topic.ts';

export const billing: readonly Topic[] = [
  {
    category: 'Double charge',
    tags: ['refund', 'payment'],
    weight: 5,
    priorities: [5, 5, 0],
    subjects: [
      'Card charged twice, order {order}',
      'Two payments of {amount} for one order',
      'Charged twice for the {product}',
      'Order {order} shows twice on my statement',
      'Double payment on {date}',
    ],
    opens: [
      'My card was charged {amount} twice for order {order}. I only ordered one {product}. Please return the second payment.',
      'I see two payments of {amount} on {date} and only one order in my account. What happened?',
      'The payment page showed an error, so I tried again. Now both payments of {amount} went through for order {order}.',
    ],
    asks: [
      [
        'I can see one payment of {amount} here. Could you tell me the last four digits of the card and the date of the second one?',
        'The card ends in {four} and both are dated {date}.',
      ],
      [
        'Is the second amount booked, or does your bank still show it as reserved?',
        'It says booked since yesterday, both of them.',
      ],
    ],
    holds: [
      'I have asked our payment provider to look up the second charge. They answer within two working days and I will write to you then.',
    ],
    resolves: [
      'The second payment of {amount} is on its way back to your card. Banks take three to five working days to show it.',
      'You were right: order {order} was paid twice. I have refunded {amount} and noted it on your account.',
    ],
    notes: [
      'Two captures with the same basket id, second one refunded.',
      'Provider confirmed the duplicate, ref {code}.',
    ],
  },
  {
    category: 'Invoice',
    tags: ['invoice'],
    weight: 5,
    priorities: [1, 6, 4],
    subjects: [
      'Invoice needs VAT number',
      'Wrong company name on invoice {invoice}',
      'Please send invoice for order {order}',
      'Invoice {invoice} never arrived',
      'Billing address on invoice is out of date',
    ],
    opens: [
      'Our accountant needs the invoice for order {order} with our VAT number on it. Can you issue it again?',
      'Invoice {invoice} still carries our old address. We moved to {city} in spring. Could you correct it?',
      'I ordered a {product} on {date} and never received an invoice. I need it for my expenses this week.',
    ],
    asks: [
      [
        'Happy to. Which VAT number and company name should it carry, exactly as registered?',
        'Please use {last} Trading, VAT {code}. The address is the same as on the order.',
      ],
      [
        'Should the corrected invoice go to this address, or to your accounts department?',
        'To this address is fine, I will pass it on.',
      ],
    ],
    holds: [
      'A change to a closed month has to go through our finance team. I will send you the corrected invoice as soon as it is released.',
    ],
    resolves: [
      'The corrected invoice {invoice} is attached, and the new details are saved for your next orders.',
      'I have sent invoice {invoice} again as a PDF. You can also find it under Orders, Documents.',
    ],
    notes: ['Month is closed, asked finance to reissue.', 'VAT number checked against the public register, valid.'],
  },
  {
    category: 'Refund',
    tags: ['refund'],
    weight: 6,
    priorities: [3, 6, 1],
    subjects: [
      'Refund still not on account',
      'Refund for order {order} is {amount} short',
      'When will I get my money back for the {product}?',
      'Refund went to an old card',
      'No refund after three weeks, order {order}',
    ],
    opens: [
      'I sent the {product} back on {date} and the tracking says it arrived. The refund of {amount} is still missing.',
      'The refund for order {order} came today, but it is less than I paid. The delivery cost seems to be missing.',
      'You refunded a card that I closed last month. How do I get the {amount} now?',
    ],
    asks: [
      [
        'I am sorry about the wait. Do you still have the return receipt, or the tracking number from the label?',
        'Yes, the number on the receipt is {code}.',
      ],
      [
        'Which way would you like to be refunded: to the card you used, or by bank transfer?',
        'A transfer would be better, to the account on my last invoice please.',
      ],
    ],
    holds: ['Your parcel is at the returns centre and waits to be checked in. I have asked for it to be done today.'],
    resolves: [
      'The refund of {amount} went out today. You should see it within five working days.',
      'I have refunded the missing part, and added a voucher for your patience.',
    ],
    notes: [
      'Return scanned at the warehouse but never booked. Booked by hand.',
      'Original card closed, transfer approved.',
    ],
  },
  {
    category: 'Gift card',
    tags: ['voucher'],
    weight: 3,
    priorities: [1, 6, 3],
    subjects: [
      'Gift card not accepted',
      'Gift card balance is wrong',
      'Voucher {code} says already used',
      'Lost gift card, bought on {date}',
      'Voucher not taken off order {order}',
    ],
    opens: [
      'I tried to pay with my gift card and the checkout says the code is not valid. It was a present and has never been used.',
      'My gift card had {amount} on it and now shows nothing, although order {order} was cancelled.',
      'The voucher {code} you sent me is refused with "already used". I have not used it.',
    ],
    asks: [
      [
        'Could you send me the first eight characters of the code and where the card was bought?',
        'It starts with {code} and came from your shop in {city}.',
      ],
    ],
    holds: [
      'I have asked the shop in {city} whether the card was activated at the till. They will tell me today or tomorrow.',
    ],
    resolves: [
      'The card was never activated at the till. It is now, and the full {amount} is there. Sorry for the detour.',
      'I have put the balance back on your card. It works at once, online and in our shops.',
    ],
    notes: ['Card sold but not activated, shop {city}.', 'Voucher reset after cancelled order.'],
  },
  {
    category: 'Payment plan',
    tags: ['payment', 'instalments'],
    weight: 2,
    priorities: [1, 5, 4],
    subjects: [
      'Change the day of my instalment',
      'Instalment taken although order {order} was returned',
      'Reminder for an invoice I have paid, {invoice}',
      'Pay off the {product} early',
      'Direct debit failed, what now?',
    ],
    opens: [
      'I got a reminder for invoice {invoice}, which I paid on {date}. Please check and stop the reminders.',
      'Can the monthly payment for the {product} be taken on the 5th? My salary comes on the 1st.',
      'My direct debit failed because I changed banks. How can I pay {amount} without extra cost?',
    ],
    asks: [
      [
        'Could you tell me which reference you put on the transfer, so that I can find it?',
        'I used the order number, {order}. The bank shows it as paid.',
      ],
    ],
    holds: ['Your payment came without a reference. I have asked our accounts team to match it, which takes a day.'],
    resolves: [
      'Your payment is matched and the reminder is withdrawn. There is nothing left to pay.',
      'Done: from next month the payment is taken on the new date. You will get a short confirmation by post too.',
    ],
    notes: ['Payment found in unmatched items.', 'Plan changed, customer told about the dates.'],
  },
];
