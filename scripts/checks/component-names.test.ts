import { expect, it } from "vitest";
import { componentNames } from "./component-names";

it("finds a component that is not named like its file, a second one, and none", () => {
  const findings = componentNames.run([
    { path: "components/ui/status-icon.tsx", text: "export function StatusIcon() {}" },
    { path: "components/ui/pill.tsx", text: "export function Badge() {}" },
    { path: "components/ui/age.tsx", text: "export function Age() {}\nexport function Ages() {}" },
    { path: "components/ui/ticket.tsx", text: "function Ticket() {}" },
  ]);
  expect(findings.map(({ message }) => message)).toEqual([
    "exports Badge; expected Pill alone",
    "exports Age, Ages; expected Age alone",
    "exports no component; expected Ticket alone",
  ]);
});
