/** Who writes commits and presses buttons; the id is the session name of their role. */
export const ACME_PEOPLE = [
  { id: "m.okafor", name: "Mercy Okafor" },
  { id: "s.ferreira", name: "Sofia Ferreira" },
  { id: "j.tanaka", name: "Jun Tanaka" },
  { id: "r.kaya", name: "Rana Kaya" },
  { id: "h.lindgren", name: "Hugo Lindgren" },
  { id: "p.nowak", name: "Piotr Nowak" },
  { id: "k.osei", name: "Kwame Osei" },
  { id: "l.duarte", name: "Luis Duarte" },
  { id: "n.haddad", name: "Nadia Haddad" },
  { id: "c.moreau", name: "Camille Moreau" },
  { id: "a.rossi", name: "Alessia Rossi" },
  { id: "t.vandenberg", name: "Tom van den Berg" },
  { id: "d.oconnell", name: "Deirdre O'Connell" },
  { id: "y.petrov", name: "Yana Petrov" },
] as const;

/** User names of the company. */
export type PersonId = (typeof ACME_PEOPLE)[number]["id"];

/** The name that a person's commits carry. */
export function nameOf(id: PersonId): string {
  return ACME_PEOPLE.find((person) => person.id === id)?.name ?? id;
}

/** Who belongs to which team; what has no team of its own is everybody's. */
const TEAMS: Record<string, readonly [PersonId, ...PersonId[]]> = {
  checkout: ["m.okafor", "s.ferreira", "n.haddad", "t.vandenberg"],
  orders: ["k.osei", "n.haddad", "l.duarte"],
  discovery: ["m.okafor", "r.kaya", "y.petrov"],
  storefront: ["s.ferreira", "a.rossi", "c.moreau"],
  payments: ["k.osei", "n.haddad", "d.oconnell"],
  platform: ["j.tanaka", "h.lindgren", "p.nowak"],
  media: ["c.moreau", "j.tanaka", "a.rossi"],
  crm: ["l.duarte", "a.rossi"],
  loyalty: ["l.duarte", "r.kaya"],
  logistics: ["t.vandenberg", "y.petrov", "p.nowak"],
  mobile: ["a.rossi", "d.oconnell", "s.ferreira"],
  data: ["y.petrov", "r.kaya", "h.lindgren"],
};

/** Ids of a team's people. */
export function teamOf(team: string | undefined): readonly [PersonId, ...PersonId[]] {
  return TEAMS[team ?? ""] ?? ["m.okafor", "s.ferreira", "j.tanaka", "k.osei"];
}

/** ARN of a person's role session in an account. */
export function sessionArn(account: string, role: string, person: string): string {
  return `arn:aws:sts::${account}:assumed-role/${role}/${person}`;
}
