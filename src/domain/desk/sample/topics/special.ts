import type { Topic } from '../topic.ts';

/** The one incident of a desk: many write about the same thing within two hours. SPEC SMP-7. */
export const incident: Topic = {
  category: 'Checkout outage',
  tags: ['incident', 'checkout', 'payment'],
  weight: 0,
  priorities: [1, 0, 0],
  subjects: [
    'Checkout fails with error 502',
    'Cannot pay, page shows an error',
    'Payment page down?',
    'Basket full, checkout broken',
    'Order {order}: paid or not?',
    'Error 502 when paying for the {product}',
    'Paying by card does not work',
    'Your shop is down on my {device}',
  ],
  opens: [
    'When I try to pay for the {product} I get "error 502". I tried two cards.',
    'The payment page does not load. Is the {product} still mine at that price?',
    'I paid {amount} and then saw an error. Do I have an order now or not?',
    'Nobody in our office can check out right now. We need order {order} today.',
  ],
  asks: [
    [
      'We know of the fault and work on it. Did the error come before or after you confirmed with your bank?',
      'After. The bank shows the amount as reserved.',
    ],
  ],
  holds: [
    'Our payment partner has an outage. We get news every half hour and will write to you as soon as it is over.',
  ],
  resolves: [
    'The outage is over and checkouts work again. If an amount was reserved twice, your bank lets it go by itself within two days.',
    'Everything works again. Your basket was kept, at the price you saw. We are sorry for the trouble.',
  ],
  notes: ['Part of the checkout incident, see the P1.', 'Reply from the incident macro.'],
};

/** Scripts that run from right to left, emoji, and subjects that do not fit a column: a board has to bear them. */
export const unusual: readonly Topic[] = [
  {
    category: 'Late delivery',
    tags: ['late', 'arabic'],
    weight: 3,
    priorities: [1, 8, 1],
    subjects: ['أين طلبي رقم {order}؟', 'تأخر التوصيل، الطلب {order}'],
    opens: ['مرحبا، طلبت {product} ولم يصل حتى الآن. رقم الطلب {order}. متى يصل؟'],
    asks: [['شكرا لرسالتك. هل يناسبك التسليم صباح الغد؟', 'نعم، الصباح مناسب. شكرا.']],
    holds: ['سألنا شركة النقل {carrier} وننتظر الرد.'],
    resolves: ['سيصل الطلب {order} غدا قبل الظهر. نعتذر عن التأخير.'],
    notes: ['Answered in Arabic with the phrase book, delivery tomorrow.'],
  },
  {
    category: 'Return status',
    tags: ['return', 'hebrew'],
    weight: 2,
    priorities: [0, 8, 2],
    subjects: ['החזרה של הזמנה {order}', 'מתי יגיע ההחזר על {product}?'],
    opens: ['שלום, החזרתי את {product} לפני שבועיים ועוד לא קיבלתי את הכסף. מספר הזמנה {order}.'],
    asks: [['תודה שפנית. מה מספר המעקב של ההחזרה?', 'המספר הוא {code}.']],
    holds: ['ביקשנו ממרכז ההחזרות לבדוק את החבילה.'],
    resolves: ['ההחזר בסך {amount} נשלח היום. תודה על הסבלנות.'],
    notes: ['Answered in Hebrew, refund booked.'],
  },
  {
    category: 'Praise',
    tags: ['praise'],
    weight: 3,
    priorities: [0, 3, 7],
    subjects: [
      'Love the {product} 😍, one question',
      '🎉 It arrived! But where is the manual? 📦',
      'Thank you 🙏 and a small thing',
    ],
    opens: [
      'The {product} is great 😍👍🏽 Only the bag with the screws 🔩 is missing. Can you send it? 👨‍👩‍👧‍👦 are waiting to build it.',
    ],
    asks: [['How nice to read. Which colour is yours, so that the screws fit?', '{colour} 💙']],
    holds: ['The screws come from another warehouse, give us a day.'],
    resolves: ['The screws are in the post 📦 Have fun building.'],
    notes: ['Nice one for the stand-up.'],
  },
  {
    category: 'Complaint',
    tags: ['complaint'],
    weight: 2,
    priorities: [3, 7, 0],
    subjects: [
      'I have now written three times about order {order}, the {product} that came in the wrong colour, the refund that was promised for {day} and the voucher that does not work, and nobody has given me an answer that fits',
      'FW: RE: RE: FW: Your order {order} / {product} / delivery {day} / complaint of {date} / please answer this time / second reminder',
    ],
    opens: [
      'See my three earlier messages. In short: order {order}, a {product} in the wrong colour, promised refund of {amount}, nothing came. I would like one person to take care of all of it.',
    ],
    asks: [
      [
        'I have read everything and take it over from here. Would you rather have the right {product}, or the money back?',
        'The money back, and an apology would be nice.',
      ],
    ],
    holds: ['I have asked finance to speed up your refund and wait for their confirmation.'],
    resolves: [
      'I am sorry that you had to write three times. {amount} is refunded as of today, and I stay your contact until it shows on your account.',
    ],
    notes: ['Four tickets put together, one owner from now on.'],
  },
  {
    category: 'App',
    tags: ['app', 'markup'],
    weight: 1,
    priorities: [1, 7, 2],
    subjects: ['Page shows <b>{product}</b> instead of bold text', 'Name shown as %first_name% & <script> in the mail'],
    opens: [
      'Your mail greets me with "<script>alert(1)</script>" and &amp; instead of my name. Is that meant to be? Regards, {first}',
    ],
    asks: [['Could you forward that mail as an attachment?', 'Attached: <mail.eml>']],
    holds: ['Our web team looks into the template.'],
    resolves: ['The template is corrected, the next mail knows your name.'],
    notes: ['Template {code}: variable not filled.'],
  },
];
