import type { Person } from "@/lib/domain/person";

/** The four people of the demo, least powerful first. The server knows the same ones by id. */
export const DEMO_PEOPLE: ReadonlyArray<Person & { may: string }> = [
  { id: "viewer", name: "Vera Novak", role: "viewer", may: "Reads everything, presses nothing." },
  { id: "approver", name: "Arun Mehta", role: "approver", may: "Reads, approves and rejects." },
  { id: "operator", name: "Olivia Brandt", role: "operator", may: "Approves, stops, and every other press." },
  { id: "admin", name: "Ada Lindqvist", role: "admin", may: "May do everything." },
];
