import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName } from '../../../src/domain/intake/file-name.ts';
import { htmlToText } from '../../../src/domain/intake/html-text.ts';
import { readMailbox } from '../../../src/domain/intake/mail-head.ts';
import { mailDraft, messageIds, numberInSubject, pastedMail, type Mail } from '../../../src/domain/intake/mail.ts';

const mail = (more: Partial<Mail>): Mail => ({
  from: { name: 'Noor Haddad', email: 'noor@desk.example' },
  replyTo: null,
  subject: 'Lamp',
  text: 'It is broken.',
  html: null,
  attached: null,
  ...more,
});

describe('HTML', () => {
  it('becomes what it says: blocks apart, lists with dashes, no script, no style (TRI-10)', () => {
    expect(
      htmlToText(
        '<html><head><title>x</title><style>p{}</style></head><body><p>Hello&nbsp;<b>you</b></p><ul><li>one<li>two</ul>' +
          '<script>alert("<p>no</p>")</script><table><tr><td>a</td><td>b</td></tr></table>5 &lt; 6 &amp; 7 &#8364; &euro; &bogus;<br>end</body></html>',
      ),
    ).toBe('Hello you\n\n- one\n- two\n\na b\n\n5 < 6 & 7 € € &bogus;\nend');
  });
  it.each([
    ['a < b and c > d', 'a < b and c > d'],
    ['<img src=x onerror="alert(1)>">shown', 'shown'],
    ['<!-- <p>no</p> -->yes', 'yes'],
    ['<scr<script>x</script>ipt>y', 'xipt>y'],
    ['<p title="a>b">c', 'c'],
    ['İ<SCRIPT>x</SCRIPT>y', 'İy'],
  ])('%s says %s (TRI-10)', (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });
  it('of any kind, broken or endless, takes one pass (TRI-10)', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => void htmlToText(text)));
    const started = performance.now();
    for (const piece of ['<', '<a ', '<!--', '<script>', '<div><p>', '&#', '<a "']) htmlToText(piece.repeat(200_000));
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('a mail', () => {
  it('asks what it says, for whoever wrote it; HTML where there is no text (TRI-9)', () => {
    expect(mailDraft(mail({}))).toMatchObject({
      channel: 'email',
      subject: 'Lamp',
      body: 'It is broken.',
      requester: { name: 'Noor Haddad', email: 'noor@desk.example' },
      forwardedBy: null,
    });
    expect(mailDraft(mail({ text: ' \n', html: '<p>Broken</p>' })).body).toBe('Broken');
    expect(mailDraft(mail({ subject: '' })).subject).toBe('It is broken');
  });

  const heads =
    'From: Ann Lee <ann@example.org>\nDate: Mon, 2 Mar 2026 at 09:12\nSubject: Broken lamp\nTo: <desk@desk.example>';
  it.each([
    ['Gmail', 'Fwd: Broken lamp', `See below\n\n---------- Forwarded message ---------\n${heads}\n\nMy lamp broke.`],
    ['Outlook', 'FW: Broken lamp', `See below\n\n-----Original Message-----\n${heads}\n\nMy lamp broke.`],
    [
      'Outlook on the web',
      'FW: Broken lamp',
      `See below\n\n________________________________\n${heads}\n\nMy lamp broke.`,
    ],
    [
      'Apple',
      'Fwd: Broken lamp',
      `See below\n\nBegin forwarded message:\n\n> ${heads.replaceAll('\n', '\n> ')}\n> \n> My lamp broke.`,
    ],
    [
      'German Outlook',
      'WG: Broken lamp',
      'See below\n\nVon: Ann Lee <ann@example.org>\nGesendet: Montag, 2. März 2026 09:12\nAn: desk@desk.example\nBetreff: Broken lamp\n\nMy lamp broke.',
    ],
    [
      'French Thunderbird',
      'Tr: Broken lamp',
      'See below\n\n-------- Message transféré --------\nSujet : Broken lamp\nDate : Mon, 2 Mar 2026 09:12:00 +0100\nDe : Ann Lee <ann@example.org>\n\nMy lamp broke.',
    ],
  ])('forwarded from %s is of who wrote it first (TRI-9)', (_, subject, text) => {
    expect(mailDraft(mail({ subject, text }))).toMatchObject({
      subject: 'Broken lamp',
      body: 'My lamp broke.',
      requester: { name: 'Ann Lee', email: 'ann@example.org' },
      forwardedBy: { name: 'Noor Haddad', email: 'noor@desk.example' },
      notes: ['Noor Haddad wrote above it: “See below”'],
    });
  });

  it('that was attached to another is the one that counts (TRI-9)', () => {
    const attached = mail({
      from: { name: 'Ann', email: 'ann@example.org' },
      subject: 'Inside',
      text: 'My lamp broke.',
    });
    expect(mailDraft(mail({ subject: 'Fwd: x', text: 'FYI', attached }))).toMatchObject({
      subject: 'Inside',
      requester: { email: 'ann@example.org' },
      forwardedBy: { name: 'Noor Haddad' },
    });
  });

  it('that only quotes in its answer is no forward (TRI-9)', () => {
    const text = `Thanks\n\n-----Original Message-----\n${heads}\n\nMy lamp broke.`;
    expect(mailDraft(mail({ subject: 'Re: Broken lamp', text }))).toMatchObject({ body: text, forwardedBy: null });
  });

  it('pasted from a mail program is known by its head (TRI-9)', () => {
    expect(pastedMail(`${heads}\n\nMy lamp broke.\nFrom: nobody`)).toMatchObject({
      subject: 'Broken lamp',
      body: 'My lamp broke.\nFrom: nobody',
      requester: { email: 'ann@example.org' },
    });
    expect(pastedMail('From: a thing I read\nit was bad')).toBeNull();
    expect(pastedMail('Hello, my lamp broke')).toBeNull();
  });

  it.each([
    ['"Lee, Ann" <ann@example.org>', 'Lee, Ann', 'ann@example.org'],
    ['Ann Lee [mailto:ann@example.org]', 'Ann Lee', 'ann@example.org'],
    ['ann@example.org', 'ann@example.org', 'ann@example.org'],
    ['*Ann Lee*', 'Ann Lee', null],
  ])('has a sender %s (TRI-9)', (text, name, email) => {
    expect(readMailbox(text)).toEqual({ name, email });
  });

  it('names a ticket and the mails it answers (TRI-9)', () => {
    expect(numberInSubject('Re: [#1042] Lamp')).toBe(1042);
    expect(numberInSubject('Re: Ticket 7')).toBe(7);
    expect(numberInSubject('Order 17 (2026)')).toBe(2026);
    expect(numberInSubject('Lamp')).toBeNull();
    expect(messageIds('<a@x> <b@x>', null, '<a@x>')).toEqual(['a@x', 'b@x']);
    expect(messageIds('no ids < a >')).toEqual([]);
  });
});

describe('a file name', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Windows\\system32\\evil.dll', 'evil.dll'],
    ['..', 'attachment'],
    ['', 'attachment'],
    ['.bashrc', 'bashrc'],
    ['in\u202egnp.exe', 'ingnp.exe'],
    ['a\u0000b\nc.txt', 'a b c.txt'],
    ['CON', '_CON'],
    ['lpt1.txt', '_lpt1.txt'],
    ['what?<is>|this*.pdf', 'what is this .pdf'],
    ['Rechnung März 2026.pdf', 'Rechnung März 2026.pdf'],
    ['تقرير.pdf', 'تقرير.pdf'],
    ['trailing. . ', 'trailing'],
  ])('%j is saved as %j (TRI-12)', (given, safe) => {
    expect(safeFileName(given)).toBe(safe);
  });
  it('of any kind is one name without a folder, at most 150 characters, and stays so (TRI-12)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const safe = safeFileName(given);
        expect(safe).not.toMatch(/[/\\\p{Cc}\u202a-\u202e<>:"|?*]/u);
        expect(safe).not.toBe('');
        expect(Array.from(safe).length).toBeLessThanOrEqual(151);
        expect(safe).not.toMatch(/^\.|[. ]$/);
      }),
    );
    expect(safeFileName(`${'x'.repeat(300)}.pdf`)).toMatch(/^x{146}\.pdf$/);
  });
});
