import { nameList } from "@/lib/domain/name-list";

/** Who may answer an approval, by the groups that rules let: `*` is everybody. */
export function whoMayAnswer(groups: readonly string[]): string {
  if (groups.includes("*")) return "Everybody may answer.";
  return `${groups.length === 1 ? "Group" : "Groups"} ${nameList(groups)} may answer.`;
}
