import type { Topic } from '../topic.ts';

export const delivery: readonly Topic[] = [
  {
    category: 'Missing parcel',
    tags: ['late', 'carrier'],
    weight: 6,
    priorities: [5, 5, 0],
    subjects: [
      'Parcel shows delivered, customer has nothing',
      'Where is order {order}?',
      '{product} marked as delivered but not here',
      'Tracking stuck in {city} since {day}',
      'Parcel left with an unknown neighbour',
    ],
    opens: [
      '{carrier} says my parcel with the {product} was delivered on {date}. Nobody here has seen it and there is no card.',
      'The tracking for order {order} has not moved since {day}. It was last seen in {city}.',
      'The driver wrote "left with neighbour", but I asked everybody in the house. Order {order}.',
    ],
    asks: [
      [
        'I am sorry. Could you check with the people next door, and tell me whether the address on the order is complete?',
        'I asked all of them. The address is right, but the bell has no name at the moment.',
      ],
      [
        'Does the tracking page show a picture or a signature for the delivery?',
        'There is a picture of a door, and it is not mine.',
      ],
    ],
    holds: [
      'I have opened a search with {carrier}. They have two working days to find the parcel, and I will come back to you either way.',
    ],
    resolves: [
      'Good news: {carrier} found the parcel in the depot in {city}. It will be with you tomorrow before noon.',
      'The parcel is lost. A new {product} leaves our warehouse today, with the fast service and at our cost.',
    ],
    notes: ['{carrier} search opened, ref {code}.', 'GPS of the scan is two streets away. Told the depot.'],
  },
  {
    category: 'Late delivery',
    tags: ['late'],
    weight: 6,
    priorities: [2, 7, 1],
    subjects: [
      'Late delivery, order {order}',
      'Still waiting for the {product}',
      'Promised for {day}, not here yet',
      'New delivery date for order {order}?',
      'Delivery moved for the third time',
    ],
    opens: [
      'My {product} was promised for {day}. It is not here and nobody told me anything. When will it come?',
      'The delivery date of order {order} has changed three times now. I would like a date I can trust.',
      'I stayed at home all {day} for the delivery and nobody came. I cannot take another day off.',
    ],
    asks: [
      [
        'I understand, that is annoying. Would a delivery on {day} between 8 and 12 suit you?',
        'Yes, the morning works. Please ask them to ring twice.',
      ],
      [
        'Can the driver leave it with somebody, or would you rather choose another day?',
        'Another day please, the week after is fine.',
      ],
    ],
    holds: [
      'The truck is full until the end of the week. I have asked dispatch for an extra stop and wait for their answer.',
    ],
    resolves: [
      'You are booked for {day}, 8 to 12. The driver calls half an hour before. I have taken the delivery cost off your bill.',
      'Dispatch confirmed: the {product} is on the truck and arrives on {day}.',
    ],
    notes: ['Dispatch confirmed an extra stop.', 'Third move for this order, delivery cost waived.'],
  },
  {
    category: 'Address change',
    tags: ['address'],
    weight: 4,
    priorities: [2, 5, 3],
    subjects: [
      'Change delivery address',
      'Wrong house number on order {order}',
      'Moving to {city} before the delivery',
      'Please send the {product} to my office',
      'Can I pick up order {order} instead?',
    ],
    opens: [
      'I am moving to {city} next week. Can order {order} go to the new address?',
      'I made a mistake with the house number on order {order}. It should be {four}. Can it still be changed?',
      'I will be away on {day}. Could the {product} go to the pick-up point near the station?',
    ],
    asks: [
      [
        'It has not been packed yet, so yes. What is the full new address, with postal code?',
        'Number {four}, second floor left, the rest stays as it is.',
      ],
    ],
    holds: ['The parcel has already left. I have sent the change to {carrier} and wait for them to confirm it.'],
    resolves: [
      'The address is changed and the label is printed again. You will get a new tracking link tonight.',
      'Your parcel goes to the pick-up point instead. You have seven days to collect it with your order number.',
    ],
    notes: ['Address changed before packing.', 'Redirect accepted by {carrier}.'],
  },
  {
    category: 'Installation visit',
    tags: ['installer', 'visit'],
    weight: 3,
    priorities: [4, 5, 1],
    subjects: [
      'Installer did not come, second time',
      'Installation of the {product} cannot be finished',
      'Move the installer visit on {day}',
      'Fitter left without connecting the {product}',
      'Installer scratched the floor',
    ],
    opens: [
      'The installer was due on {day} between 10 and 12. This is the second time that nobody came or called.',
      'Your fitter brought the {product} and left, because a part was missing. When will somebody finish the work?',
      'I have to move the visit on {day}, my building has no water that day. Is the week after possible?',
    ],
    asks: [
      [
        'I am sorry that you waited. On which number can the fitter reach you, and which days suit you?',
        'On the number in my account, any day after four.',
      ],
      [
        'Could you send me a picture of the connection and of the type plate?',
        'I have attached two pictures, I hope you can read them.',
      ],
    ],
    holds: ['I have asked our partner in {city} for the next free visit. They promised me an answer by tomorrow noon.'],
    resolves: [
      'The visit is booked for {day} at four. Your fitter calls on the way, and we waive the fitting cost.',
      'The fitter was there today and confirmed that everything works. Please write if anything drips.',
    ],
    notes: ['Partner in {city} missed two visits this month. Raised with them.', 'Missing part {code} sent ahead.'],
  },
  {
    category: 'Damaged in transit',
    tags: ['damage', 'carrier'],
    weight: 4,
    priorities: [4, 6, 0],
    subjects: [
      '{product} arrived broken',
      'Box of order {order} torn open',
      'Parts missing from the {product}',
      'Damaged on arrival, {colour} {product}',
      'Glass broken, parcel from {carrier}',
    ],
    opens: [
      'The {product} arrived today with a broken corner. The box was already torn. I have pictures.',
      'Half of the screws for the {product} are missing, the bag was open. Order {order}.',
      'The parcel from {carrier} looked fine, but inside the {product} is cracked from side to side.',
    ],
    asks: [
      [
        'Thank you for telling us. Could you send two pictures, one of the damage and one of the box with its label?',
        'Here they are. The label has the number {code}.',
      ],
      [
        'Would you like a new one, or keep it with a price reduction?',
        'I would rather have a new one, if it does not take long.',
      ],
    ],
    holds: [
      'I have reserved a new {product} for you. It leaves as soon as the warehouse confirms the {colour} one is in stock.',
    ],
    resolves: [
      'A new {product} leaves today. {carrier} takes the damaged one back at the same time, no label needed.',
      'The missing parts are in the post and arrive in two days. Sorry for the half-built evening.',
    ],
    notes: ['Damage claim filed with {carrier}, ref {code}.', 'Third damaged {product} this month, told quality.'],
  },
];
