export type Customer = {
  readonly first: string;
  readonly last: string;
  readonly name: string;
  readonly email: string | null;
};

/** Given names, family names, and how the two look in an address where they are not in Latin letters. */
const cultures: readonly (readonly [string, string, string?])[] = [
  [
    'Inês João Beatriz Tiago Clara Rui Marta Nuno Sofia Duarte',
    'Caldeira Matos Sousa Pinto Lourenço Araújo Faria Neves Simões Queirós',
  ],
  [
    'Pablo Lucía Íñigo Carmen Andrés Nerea Javier Ainhoa Mateo Rocío',
    'Rey Núñez Ibáñez Ortega Peña Gallego Serrano Vidal Lozano Muñoz',
  ],
  [
    'Ruth Owen Amelia Tom Harriet Callum Fiona Alfie Niamh Rhys',
    "Ellery Pryce Hughes O'Neill Barlow McKay Finch Doyle Ashworth Penrose",
  ],
  [
    'Lena Jürgen Anke Moritz Käthe Florian Ulrike Sören Heike Jonas',
    'Brandt Voss Müller Schröder Weiß Krüger Lang Böhm Hartwig Jäger',
  ],
  [
    'Dario Chiara Matteo Giulia Luca Ilaria Paolo Serena Niccolò Elisa',
    'Conti Ferri Lombardi Greco Marino Fontana Bruno Rinaldi Sala Pellegrini',
  ],
  [
    'Marek Zofia Paweł Agnieszka Łukasz Ewa Tomasz Małgorzata Jan Kasia',
    'Wolski Nowak Zieliński Kamińska Dąbrowski Wójcik Kozłowski Jabłoński Mazur Krol',
  ],
  [
    'Aiko Haruto Yui Kenji Sakura Ren Hana Takumi Emi Daichi',
    'Tanaka Sato Mori Kobayashi Ito Nakamura Hayashi Shimizu Ogawa Fujita',
  ],
  [
    'Samir Yara Khalil Leila Omar Nour Tarek Hind Karim Salma',
    'Haddad Said Mansour Khoury Nasser Farah Aziz Bishara Rahman Saleh',
  ],
  [
    'Kofi Ama Chidi Ngozi Kwame Zainab Tunde Amara Sekou Fatou',
    'Mensah Okafor Adeyemi Boateng Diallo Nwosu Traoré Owusu Balogun Keita',
  ],
  [
    'Priya Arjun Ananya Rohan Meera Vikram Kavya Sanjay Divya Imran',
    'Sharma Nair Patel Iyer Reddy Chatterjee Kapoor Menon Singh Khan',
  ],
  [
    'Mia Lars Freja Emil Astrid Nils Saga Henrik Ingrid Åke',
    'Lindqvist Sørensen Bergström Halvorsen Nyström Dahl Åkesson Holm Kjær Virtanen',
  ],
  [
    'Nadia Dmitri Oksana Andriy Vera Mykola Irina Taras Yulia Bohdan',
    'Petrov Kovalenko Shevchuk Ivanova Bondar Melnyk Orlov Tkachenko Popov Lysenko',
  ],
  ['Mei Wei Xia Jun Linh Minh Thuy Ji-woo Min-seo Hao', 'Chen Wang Liu Zhang Nguyen Tran Pham Park Choi Lin'],
  [
    'Ashley Tyrone Brianna Caleb Destiny Hunter Latoya Wyatt Megan DeShawn',
    'Johnson Carter Rivera Brooks Sanders Hayes Coleman Whitaker Ramirez Foster',
  ],
  [
    'Eleni Giorgos Zeynep Emre Defne Kostas Elif Burak Maria Nikos',
    'Papadopoulos Yılmaz Demir Georgiou Şahin Nikolaidis Kaya Çelik Vlahos Öztürk',
  ],
  ['ليلى أحمد نور يوسف', 'حداد منصور خوري الأحمد', 'lh'],
  ['נועה איתי תמר', 'לוי כהן מזרחי', 'nl'],
  ['Ελένη Γιώργος', 'Παπαδάκη Νικολάου', 'ep'],
  ['陽子 健太', '田中 山本', 'yt'],
];
const hosts = ['example.com', 'example.org', 'example.net', 'mail.example', 'post.example', 'inbox.example'];

type Culture = {
  readonly given: readonly string[];
  readonly family: readonly string[];
  readonly addressGiven: readonly string[];
  readonly addressFamily: readonly string[];
};

const latin: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', æ: 'ae', ß: 'ss', ı: 'i' };

function address(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[łøæßı]/g, (letter) => latin[letter] ?? '').replace(/[^a-z]/g, '');
}

const ready: readonly Culture[] = cultures.map(([givens, families, initials]) => {
  const given = givens.split(' ');
  const family = families.split(' ');
  const part = (name: string, at: number) => (initials === undefined ? address(name) : initials.charAt(at));
  return {
    given,
    family,
    addressGiven: given.map((name) => part(name, 0)),
    addressFamily: family.map((name) => part(name, 1)),
  };
});
/** The last four write in other scripts; there are few of them. */
const common = ready.length - 4;

function scramble(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
  return (once ^ (once >>> 15)) >>> 0;
}

/** The customer of this number: the same number, the same person. Addresses end in reserved names (RFC 2606). */
export function customer(number: number): Customer {
  const bits = scramble(number + 1);
  const culture = ready[bits % 50 === 0 ? common + ((bits >>> 6) % 4) : (bits >>> 3) % common];
  if (!culture) throw new RangeError('No such culture.');
  const given = (bits >>> 8) % culture.given.length;
  const family = (bits >>> 14) % culture.family.length;
  const first = culture.given[given] ?? '';
  const last = culture.family[family] ?? '';
  const digits = (bits >>> 20) % 90;
  const suffix = culture.addressGiven[given]?.length === 1 ? String(bits % 9973) : digits < 30 ? '' : String(digits);
  const local = `${culture.addressGiven[given] ?? ''}.${culture.addressFamily[family] ?? ''}${suffix}`;
  const email = bits % 37 === 0 ? null : `${local}@${hosts[(bits >>> 11) % hosts.length] ?? 'example.com'}`;
  return { first, last, name: `${first} ${last}`, email };
}
