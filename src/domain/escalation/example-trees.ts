import type { TreeBody } from '../../contract/escalation.ts';

/** To begin with: offered where a desk has no tree of its own, never put there unasked. */
export const exampleTrees: readonly TreeBody[] = [
  {
    name: 'Customer cannot order or pay',
    nodes: [
      {
        id: 'many',
        question: 'Do other customers report the same?',
        answers: [
          { text: 'Yes, several', to: 'outage' },
          { text: 'No, only this one', to: 'charged' },
        ],
      },
      {
        id: 'outage',
        outcome: {
          type: 'escalate',
          level: 3,
          cause: 'Technical fault',
          instructions: 'Say when it began and link the other tickets. Consider declaring an incident.',
        },
      },
      {
        id: 'charged',
        question: 'Was the customer charged?',
        answers: [
          { text: 'Yes, without an order', to: 'refund' },
          { text: 'No', to: 'retry' },
        ],
      },
      {
        id: 'refund',
        outcome: {
          type: 'escalate',
          level: 2,
          cause: 'Refund above limit',
          instructions: 'Attach the payment reference.',
        },
      },
      {
        id: 'retry',
        question: 'Does it work in another browser, or with another card?',
        answers: [
          { text: 'Yes', to: 'done' },
          { text: 'No', to: 'fault' },
        ],
      },
      {
        id: 'done',
        outcome: { type: 'resolve', instructions: 'Tell the customer what worked, and note browser and card.' },
      },
      {
        id: 'fault',
        outcome: {
          type: 'escalate',
          level: 3,
          cause: 'Technical fault',
          instructions: 'Add the exact error message and the time of the attempt.',
        },
      },
    ],
  },
  {
    name: 'Complaint',
    nodes: [
      {
        id: 'personal',
        question: 'Is it about personal data?',
        answers: [
          { text: 'Yes', to: 'privacy' },
          { text: 'No', to: 'before' },
        ],
      },
      {
        id: 'privacy',
        outcome: {
          type: 'escalate',
          level: 2,
          cause: 'Data protection',
          instructions: 'Do not send any personal data in the reply.',
        },
      },
      {
        id: 'before',
        question: 'Has the customer complained about this before?',
        answers: [
          { text: 'Yes', to: 'again' },
          { text: 'No', to: 'limit' },
        ],
      },
      {
        id: 'again',
        outcome: {
          type: 'escalate',
          level: 2,
          cause: 'Complaint',
          instructions: 'Call the customer before anything is written.',
        },
      },
      {
        id: 'limit',
        question: 'Can you make it good within your own limit?',
        answers: [
          { text: 'Yes', to: 'make' },
          { text: 'No', to: 'exception' },
        ],
      },
      {
        id: 'make',
        outcome: { type: 'resolve', instructions: 'Apologise, make it good, and say when it will arrive.' },
      },
      {
        id: 'exception',
        outcome: {
          type: 'escalate',
          level: 2,
          cause: 'Policy exception',
          instructions: 'Say what the customer asks for and what you would give.',
        },
      },
    ],
  },
];
