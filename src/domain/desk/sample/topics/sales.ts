import type { Topic } from '../topic.ts';

export const sales: readonly Topic[] = [
  {
    category: 'Price',
    tags: ['price'],
    weight: 5,
    priorities: [1, 7, 2],
    subjects: [
      'Upgrade price differs from advert',
      'Price of the {product} changed overnight',
      'Price match for the {product}',
      'Discount not taken off order {order}',
      'Student discount on a {product}?',
    ],
    opens: [
      'Your advert shows the {product} for {amount}, in the basket it is more. Which price is right?',
      'I bought the {product} on {date} and today it is much cheaper. Can I get the difference back?',
      'Another shop in {city} sells the same {product} for {amount}. Do you match that?',
    ],
    asks: [
      ['Could you send me the link or a picture of that offer?', 'Here is the picture, taken this morning in {city}.'],
    ],
    holds: ['I have asked the buyer responsible for this range. I should hear back today.'],
    resolves: [
      'You are right, the advert counts. I have set the price to {amount} on your order.',
      'We match it. Use the code {code} at the checkout, it is good until {day}.',
    ],
    notes: ['Advert ran a day too long, told marketing.', 'Match approved.'],
  },
  {
    category: 'Availability',
    tags: ['stock'],
    weight: 5,
    priorities: [0, 6, 4],
    subjects: [
      'When is the {product} back in stock?',
      '{product} in {colour}, still available?',
      'Is the {product} in the shop in {city}?',
      'Reserve a {product} for me',
      'Preorder of the {product}, which date?',
    ],
    opens: [
      'I have been waiting for the {colour} {product} for weeks. When will it be back?',
      'Does your shop in {city} have the {product}? I could pick it up on {day}.',
      'Before I order: is the {product} really in stock, or does it come from the maker?',
    ],
    asks: [
      [
        'Would another colour do, or does it have to be {colour}?',
        'It has to be {colour}, it should go with the rest.',
      ],
    ],
    holds: ['I have asked our purchasing team for the next delivery and will tell you as soon as I know.'],
    resolves: [
      'The next {product} in {colour} arrives on {day}. I have reserved one for you, no obligation.',
      'The shop in {city} has two left. One is put aside under your name until {day}.',
    ],
    notes: ['Two left in {city}, one put aside.', 'Next delivery confirmed by purchasing.'],
  },
  {
    category: 'Quote',
    tags: ['business', 'quote'],
    weight: 3,
    priorities: [3, 6, 1],
    subjects: [
      'Quote for {two} pieces of the {product}',
      'Offer for our new office in {city}',
      'Framework prices for {last} Trading',
      'Need an offer by {day}',
      'Bulk order, {product}',
    ],
    opens: [
      'We are fitting out an office in {city} and need {two} times the {product}. Could you make us an offer?',
      'Please send us a quote for {two} pieces, with delivery to the second floor, by {day}.',
      'We order from you every month. Is there a framework price for the {product}?',
    ],
    asks: [
      [
        'With pleasure. Is there a lift at the address, and should we take the packaging away?',
        'There is a lift, and yes, please take the packaging away.',
      ],
      ['By when do you need them, and in which colour?', 'In {colour}, and by the end of next month.'],
    ],
    holds: ['Your offer needs the approval of our sales lead. It will be with you tomorrow at the latest.'],
    resolves: [
      'The offer is attached and good for thirty days. Reply with your order number and we begin.',
      'I have set up framework prices for you. They show as soon as you sign in.',
    ],
    notes: ['Twelve percent approved.', 'Good chance, call on {day}.'],
  },
  {
    category: 'Advice',
    tags: ['advice'],
    weight: 4,
    priorities: [0, 4, 6],
    subjects: [
      'Which {product} fits a small kitchen?',
      'Does the {product} work with my {device}?',
      'Difference between the two models of the {product}',
      'Is the {product} suitable for outdoors?',
      'Gift for my father, {product}?',
    ],
    opens: [
      'I cannot decide between the two models of the {product}. What is the real difference?',
      'Can I use the {product} with my {device}? The page does not say.',
      'Is the {product} fine on a balcony in {city}, with rain and all?',
    ],
    asks: [['How much room do you have, and how often will you use it?', 'About {four} millimetres, and every day.']],
    holds: ['I would rather ask the maker than guess. I will be back with an answer soon.'],
    resolves: [
      'It works. In your place I would take the smaller model, which is quieter and costs less.',
      'For your room the larger one is the better choice. You can try it for thirty days.',
    ],
    notes: ['Product page lacks this, told content.', 'Maker confirmed.'],
  },
  {
    category: 'Order change',
    tags: ['order'],
    weight: 4,
    priorities: [2, 6, 2],
    subjects: [
      'Cancel order {order}',
      'Add an item to order {order}',
      'Ordered the {product} by mistake',
      'Change {colour} to another colour',
      'Order {order}: two instead of one',
    ],
    opens: [
      'Please cancel order {order}. I found out that we already have a {product}.',
      'Can you add a second {product} to order {order}, so that both come together?',
      'I clicked on {colour} by mistake. Can it still be changed?',
    ],
    asks: [
      [
        'It can still be changed. Shall I charge the difference to the same card?',
        'Yes please, the one ending in {four}.',
      ],
    ],
    holds: ['The order is being packed right now. I have asked the warehouse to stop it and wait for their word.'],
    resolves: [
      'Order {order} is cancelled and {amount} goes back to your card.',
      'Done, you will get a new confirmation in a minute. The delivery date stays the same.',
    ],
    notes: ['Stopped before packing.', 'Changed, difference charged.'],
  },
];
