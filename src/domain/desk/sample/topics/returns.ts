import type { Topic } from '../topic.ts';

export const returns: readonly Topic[] = [
  {
    category: 'Return label',
    tags: ['return', 'label'],
    weight: 6,
    priorities: [1, 7, 2],
    subjects: [
      'Return label never arrived',
      'Need a return label for order {order}',
      'Label for the {product} cannot be printed',
      'QR code for the return refused in {city}',
      'Return period ends on {day}',
    ],
    opens: [
      'I asked for a return label for the {product} on {date}. It still has not arrived and the period ends soon.',
      'I have no printer. Can I send order {order} back with a code on my phone?',
      'The shop in {city} could not read the code for my return. What now?',
    ],
    asks: [
      [
        'Of course. Is the {product} still in its box, or do you need a bigger label for freight?',
        'It is in the original box, about eight kilos.',
      ],
    ],
    holds: ['{carrier} has trouble with its label service today. I will send yours as soon as it works again.'],
    resolves: [
      'Your label is attached. The return period is extended by a week because the delay was ours.',
      'Here is a code for the machine at the pick-up point. No printer needed.',
    ],
    notes: ['Label made by hand.', 'Return period extended by seven days.'],
  },
  {
    category: 'Warranty',
    tags: ['warranty'],
    weight: 5,
    priorities: [3, 6, 1],
    subjects: [
      'Warranty claim, broken hinge',
      '{product} stopped working after eight months',
      'Warranty for order {order}',
      'Crack in the {product}, still under warranty?',
      'Motor of the {product} makes noise',
    ],
    opens: [
      'The hinge of my {product} broke after less than a year. I think that is a case for the warranty.',
      'My {product} from order {order} stopped working yesterday. Nothing helps, it stays dead.',
      'There is a crack in the {product} that gets longer every week. I bought it in {city} on {date}.',
    ],
    asks: [
      [
        'That should not happen. Could you send a picture and the serial number? It is on a label underneath.',
        'The serial number is {code}. Picture attached.',
      ],
      ['Do you have the receipt, or was it bought with your account?', 'With my account, order {order}.'],
    ],
    holds: ['The maker has to agree to the repair. I have sent them your pictures and expect an answer in a few days.'],
    resolves: [
      'The warranty covers it. A new {product} is on its way and you may keep the old one for parts.',
      'Our workshop takes it in. The driver picks it up on {day}, and the repair takes about ten days.',
    ],
    notes: ['Maker agreed, ref {code}.', 'Known weak hinge in this batch.'],
  },
  {
    category: 'Exchange',
    tags: ['exchange'],
    weight: 4,
    priorities: [0, 7, 3],
    subjects: [
      'Exchange for size {size}',
      'Wrong colour, ordered {colour}',
      'Swap the {product} for another model',
      "Received somebody else's order",
      'One item of order {order} is wrong',
    ],
    opens: [
      'The {product} is too small. Can I have it in size {size} instead, without paying delivery again?',
      'I ordered {colour} and got another colour. Please send the right one. Order {order}.',
      'The parcel holds a {product} that I did not order. The papers carry the name {last}.',
    ],
    asks: [
      [
        'Size {size} is in stock. Shall I send it now, or when the first one is back?',
        'Now, please. I will send the other one back on {day}.',
      ],
    ],
    holds: ['The {colour} one comes back into stock this week. I have put your name on the first.'],
    resolves: [
      'The exchange is on its way, delivery is on us. Please put the other one in the same box.',
      'Sorry for the mix-up. The right {product} left today, and a driver takes the wrong one away on {day}.',
    ],
    notes: [
      'Pick error in aisle {two}, told the warehouse.',
      'Exchange without waiting for the return, good customer.',
    ],
  },
  {
    category: 'Return status',
    tags: ['return'],
    weight: 4,
    priorities: [1, 7, 2],
    subjects: [
      'Has my return arrived?',
      'Return of order {order} not confirmed',
      'Return refused, why?',
      'Sent two items back, one confirmed',
      'Return sent without the paper inside',
    ],
    opens: [
      'I sent order {order} back with {carrier} on {date}. Has it reached you?',
      'You refused my return of the {product} because it was "used". I only took it out of the box.',
      'I sent back two items and got the money for one only. The other was the {colour} {product}.',
    ],
    asks: [
      ['Could you tell me the tracking number of the return?', 'It is {code}, handed in in {city}.'],
      [
        'Was there anything else in the box, such as the manual and the cable?',
        'Everything was in, the manual was even still sealed.',
      ],
    ],
    holds: ['The returns centre will open the box again and send me pictures. I expect them tomorrow.'],
    resolves: [
      'It has arrived and is booked. The refund of {amount} leaves us today.',
      'We looked again and you are right, it is as new. The full amount is refunded.',
    ],
    notes: ['Checked again by the returns centre, accepted.', 'Two items in one box, second not scanned.'],
  },
  {
    category: 'Bulky return',
    tags: ['return', 'pick-up'],
    weight: 2,
    priorities: [2, 6, 2],
    subjects: [
      'Pick-up of the {product} did not happen',
      'How do I return a {product} of forty kilos?',
      'Pick-up date for order {order}',
      'Driver refused to take the {product}',
      'Old appliance was not taken along',
    ],
    opens: [
      'The pick-up of the {product} was agreed for {day}. I carried it down and nobody came.',
      'The driver refused the {product} because it was not in its box. Nobody told me to keep the box.',
      'When the new one was delivered, the old appliance should have been taken along. It is still in my hall.',
    ],
    asks: [['Which floor is it on, and is there a lift?', 'Third floor, with a small lift. It fit in on the way up.']],
    holds: ['I have asked {carrier} for two people and a van. They confirm a date by tomorrow.'],
    resolves: [
      'Two people come on {day} before noon. They bring a blanket, so no box is needed.',
      'The pick-up is done and confirmed. The refund follows within three days.',
    ],
    notes: ['Box not needed, told {carrier} in writing.', 'Missed pick-up, {carrier} credits us.'],
  },
];
