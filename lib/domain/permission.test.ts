import { describe, expect, it } from "vitest";
import { mayPress, VERBS } from "./permission";
import { ROLES } from "./person";

const allowed = (role: (typeof ROLES)[number]) => VERBS.filter((verb) => mayPress(role, verb).allowed);

describe("mayPress", () => {
  it("lets a viewer press nothing, an approver answer approvals, an operator and an admin press everything", () => {
    expect(allowed("viewer")).toEqual([]);
    expect(allowed("approver")).toEqual(["approve", "reject"]);
    expect(allowed("operator")).toEqual(VERBS);
    expect(allowed("admin")).toEqual(VERBS);
  });

  it("says why not in words", () => {
    expect(mayPress("viewer", "approve")).toEqual({
      allowed: false,
      why: "Your role viewer may look. Approving needs approver, operator or admin.",
    });
    expect(mayPress("approver", "stop")).toEqual({
      allowed: false,
      why: "Your role approver may look, approve and reject. Stopping needs operator or admin.",
    });
  });

  it("never takes away from a role what the one before it may", () => {
    for (const verb of VERBS) {
      const answers = ROLES.map((role) => mayPress(role, verb).allowed);
      expect(answers).toEqual([...answers].sort((a, b) => Number(a) - Number(b)));
    }
  });
});
