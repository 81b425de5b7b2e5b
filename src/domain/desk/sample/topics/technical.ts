import type { Topic } from '../topic.ts';

export const technical: readonly Topic[] = [
  {
    category: 'App',
    tags: ['app'],
    weight: 5,
    priorities: [3, 6, 1],
    subjects: [
      'App closes when scanning',
      'App does not open on my {device}',
      'Push messages do not arrive',
      'App shows an old price for the {product}',
      'Basket empty after the update',
    ],
    opens: [
      'Since the update on {day} the app closes as soon as I scan a code. It is a {device}.',
      'The app on my {device} stays white. I have already installed it again.',
      'Whenever I switch from the app to the mail and back, my basket is empty.',
    ],
    asks: [
      [
        'Thank you for the report. Which version is shown under Settings, About?',
        'It says {version}, and the system is up to date.',
      ],
      [
        'Could you send me a short recording, or tell me what you tap right before?',
        'Basket, then the camera, and it is gone.',
      ],
    ],
    holds: [
      'Our app team can see the crash in their reports. The correction is being tested, and I will tell you when it is out.',
    ],
    resolves: [
      'The correction is in version {version}. Please update, and write to me if it happens again.',
      'Clearing the camera permission once helps until the update is out: Settings, Apps, Permissions.',
    ],
    notes: ['Crash group {code}, {device} only.', 'Fixed in {version}.'],
  },
  {
    category: 'Manual',
    tags: ['manual'],
    weight: 3,
    priorities: [0, 3, 7],
    subjects: [
      'Where is the manual?',
      'Manual for the {product} in my language',
      'Step {two} of the manual is wrong',
      'Which screws for the {product}?',
      'Assembly video does not play',
    ],
    opens: [
      'There was no manual in the box of the {product}. Where can I find it?',
      'The drawing in the manual of the {product} shows a part that I do not have.',
      'Is there a manual for the {product} in Portuguese or Spanish? My parents cannot read this one.',
    ],
    asks: [
      ['Which number is printed on the type plate? There are two models that look alike.', 'The plate says {code}.'],
    ],
    holds: ['I have asked the maker for the right edition and will forward it to you.'],
    resolves: [
      'The manual is attached as a PDF. The drawing you mean is on page {two}.',
      'You need the long screws from the bag marked B. I have told the authors to say so.',
    ],
    notes: ['Two models, one manual. Told content.', 'Sent the PDF.'],
  },
  {
    category: 'Connection',
    tags: ['setup'],
    weight: 4,
    priorities: [2, 6, 2],
    subjects: [
      '{product} does not connect to the network',
      'Pairing with my {device} fails',
      '{product} loses connection every night',
      'Light on the {product} blinks red',
      'Setup of the {product} stops at step {two}',
    ],
    opens: [
      'The {product} finds my network but says that the password is wrong. It is not.',
      'Every night at about three the {product} goes offline. In the morning I have to start it again.',
      'Pairing with my {device} stops at {two} percent. I tried it five times.',
    ],
    asks: [
      [
        'Is your network on 2.4 or 5 gigahertz? This model only knows the first.',
        'Both have the same name. How do I split them?',
      ],
      [
        'Which colour does the light show after holding the button for ten seconds?',
        'It blinks red three times and then stays off.',
      ],
    ],
    holds: ['I have sent the log of your device to the maker. They usually answer in two days.'],
    resolves: [
      'With the guest network at 2.4 gigahertz it works. You can leave it there for good.',
      'The new firmware {version} cures this. It installs itself tonight, just leave it plugged in.',
    ],
    notes: ['Router with one name for both bands.', 'Firmware {version} released to this device.'],
  },
  {
    category: 'Website',
    tags: ['website', 'checkout'],
    weight: 4,
    priorities: [4, 5, 1],
    subjects: [
      'Checkout stops at the address',
      'Page for the {product} shows an error',
      'Cannot upload a picture for my claim',
      'Search finds nothing for "{product}"',
      'Payment page stays empty on my {device}',
    ],
    opens: [
      'At the checkout the button stays grey, although every field is filled in. My street has an accent, maybe that is it?',
      'The page of the {product} shows an error {four} since {day}.',
      'Uploading the picture for my claim stops at ninety percent each time.',
    ],
    asks: [
      [
        'Which browser do you use, and can you tell me the exact address that you typed?',
        'Firefox on a {device}, the street is in {city}.',
      ],
    ],
    holds: ['Our web team could repeat it. They work on it now, and I will write when it is done.'],
    resolves: [
      'It is corrected, the checkout takes every letter now. Thank you for the precise report.',
      'The picture was larger than we allow. We have raised the limit, please try once more.',
    ],
    notes: ['Web ticket {code}.', 'Repeated by the web team.'],
  },
  {
    category: 'Defect',
    tags: ['spare-part'],
    weight: 4,
    priorities: [3, 6, 1],
    subjects: [
      'Spare part for the {product}',
      '{product} makes a loud noise',
      '{product} gets very hot',
      'Remote control for the {product} lost',
      'Error {two} on the display of the {product}',
    ],
    opens: [
      'The {product} makes a loud noise when it starts. Is that normal?',
      'The display of the {product} shows error {two}, and the manual does not list it.',
      'I need a new foot for the {product}, one of them broke when we moved to {city}.',
    ],
    asks: [
      ['Could you tell me the serial number? It begins with two letters.', 'It is {code}.'],
      ['Does it also happen when nothing else is plugged in there?', 'Yes, I tried it in another room.'],
    ],
    holds: ['The part is ordered from the maker and arrives in about a week. I keep an eye on it.'],
    resolves: [
      'Error {two} means that the filter is full. Rinse it, wait five minutes, and it is gone.',
      'The part is on its way and costs you nothing. It clicks in without tools.',
    ],
    notes: ['Part {code} ordered.', 'Safety: heat within limits, checked with the maker.'],
  },
];
