import type { Topic } from '../topic.ts';

export const accounts: readonly Topic[] = [
  {
    category: 'Sign-in',
    tags: ['sign-in'],
    weight: 6,
    priorities: [4, 6, 0],
    subjects: [
      'Cannot sign in after phone change',
      'Sign-in code never arrives',
      'Locked out of my account',
      'Password reset link does not work',
      'Sign-in loop on my {device}',
    ],
    opens: [
      'I changed my phone and the code still goes to the old number. I need to pay an invoice today.',
      'I asked for a new password four times. The link always says that it has expired.',
      'After I enter my password on my {device}, the page just loads again. It worked until {day}.',
    ],
    asks: [
      [
        'Sorry about that, {first}. Please tell me the last two digits of the old number so that I can move it for you.',
        'It ended in {two}. Thank you!',
      ],
      [
        'Could you try once in a private window, and tell me the exact words of the message?',
        'It says "session not valid", in the private window too.',
      ],
    ],
    holds: [
      'I have asked our security team to lift the lock. They check every request by hand, usually within a few hours.',
    ],
    resolves: [
      'The new number is set. The next code goes there, so please sign in once to check.',
      'Your account is unlocked. I have sent a fresh link that is good for one hour.',
    ],
    notes: ['Identity checked with two past orders.', 'Lock came from eleven wrong tries, same address as before.'],
  },
  {
    category: 'Account merge',
    tags: ['account'],
    weight: 3,
    priorities: [1, 4, 5],
    subjects: [
      'Two accounts to be merged',
      'My orders are split over two accounts',
      'Old account with my maiden name',
      'Points on the wrong account',
      'Merge shop card with online account',
    ],
    opens: [
      'I seem to have two accounts, one from the shop in {city} and one online. Can you put them together?',
      'Order {order} is not in my account, although I was signed in. I think there is a second account.',
      'My loyalty points went to an account with my old name. Please move them to this one.',
    ],
    asks: [
      [
        'Gladly. Which of the two addresses do you want to keep, and can you confirm the other one?',
        'Please keep this one. The other is my old work address at {last} Trading.',
      ],
    ],
    holds: ['The merge runs overnight, and I will check tomorrow that all your orders came along.'],
    resolves: [
      'Both accounts are one now, with all orders and points. The old address can no longer sign in.',
      'Your points are moved and order {order} shows in your account.',
    ],
    notes: ['Merged, kept the newer account.', 'Both addresses confirmed by the customer.'],
  },
  {
    category: 'Personal data',
    tags: ['privacy'],
    weight: 2,
    priorities: [3, 5, 2],
    subjects: [
      'Please delete my account',
      'Copy of all my data',
      'Somebody else gets my order mails',
      'Change of name after wedding',
      'Which data do you keep about me?',
    ],
    opens: [
      'Please delete my account and everything you have about me. I do not shop here any more.',
      'I would like a copy of all data that you hold about me, as the law provides.',
      'I keep getting order mails for a person called {last} in {city}. That is not me. Please take my address out.',
    ],
    asks: [
      [
        'We can do that. To be sure that it is you: which was the last thing you ordered, and roughly when?',
        'A {product}, in the spring I think.',
      ],
    ],
    holds: ['Your request is with our privacy team. They answer within thirty days, mostly much sooner.'],
    resolves: [
      'Your account is deleted. Invoices stay for the ten years the law asks for, and nothing else.',
      'The copy of your data is ready. The link in the next mail is good for seven days.',
    ],
    notes: ['Request logged with privacy, ref {code}.', 'Address was mistyped by another customer, removed there.'],
  },
  {
    category: 'Newsletter',
    tags: ['newsletter'],
    weight: 3,
    priorities: [0, 3, 7],
    subjects: [
      'Newsletter though unsubscribed',
      'Stop the text messages please',
      'Unsubscribe link is broken',
      'Too many mails since {day}',
      'Birthday voucher did not come',
    ],
    opens: [
      'I unsubscribed three times and I still get your newsletter, the last one on {date}.',
      'Please stop sending me text messages about the {product}. I never agreed to that.',
      'The birthday voucher that the newsletter promised did not arrive.',
    ],
    asks: [
      [
        'Could you forward me one of them? It may go to another address that ends up in your mailbox.',
        'Done, I sent you the last one. It does look like my old address.',
      ],
    ],
    holds: ['I have asked our marketing team to find out which list you are on.'],
    resolves: [
      'You were on a second list from a competition in {city}. You are off both now.',
      'You will get no more messages. What is already planned may still reach you until tomorrow.',
    ],
    notes: ['On the competition list, removed.', 'Consent withdrawn, noted.'],
  },
  {
    category: 'Loyalty points',
    tags: ['loyalty'],
    weight: 3,
    priorities: [0, 5, 5],
    subjects: [
      'Points for order {order} are missing',
      'My points have expired',
      'Shop card not read in {city}',
      'Cannot pay with points',
      'Gold status is gone',
    ],
    opens: [
      'I bought a {product} for {amount} and got no points for it. Order {order}.',
      'My points expired last month, although I bought something in {city} shortly before.',
      'At the till in {city} my card could not be read. Can I have the points later?',
    ],
    asks: [['Could you send me a picture of the receipt, or its number?', 'The number on the receipt is {code}.']],
    holds: ['The till in {city} was offline that day. I wait for its sales to come in and add your points then.'],
    resolves: [
      'Your points are added. You can use them from tomorrow on.',
      'I have brought the expired points back as a courtesy. They are good until the end of the year.',
    ],
    notes: ['Points booked by hand, receipt {code}.', 'Courtesy, second time this year.'],
  },
];
