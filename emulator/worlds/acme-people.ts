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
] as const;

/** User names of the company. */
export type PersonId = (typeof ACME_PEOPLE)[number]["id"];

/** ARN of a person's role session in an account. */
export function sessionArn(account: string, role: string, person: string): string {
  return `arn:aws:sts::${account}:assumed-role/${role}/${person}`;
}
