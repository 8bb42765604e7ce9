/** Which decision the URL asks for, besides approvals and stops: `retry/Prod`, `override/Prod/ON_SUCCESS`, `release`. */
export type PressAddress =
  | { verb: "retry" | "rollback" | "open-transition" | "close-transition"; stage: string }
  | { verb: "override"; stage: string; condition: "BEFORE_ENTRY" | "ON_SUCCESS" }
  | { verb: "release" };

const OF_STAGE = ["retry", "rollback", "open-transition", "close-transition"] as const;

/** An address as it stands in the URL; names of stages hold no slash. */
export function pressAddress(address: PressAddress): string {
  if (address.verb === "release") return address.verb;
  if (address.verb === "override") return `${address.verb}/${address.stage}/${address.condition}`;
  return `${address.verb}/${address.stage}`;
}

/** Reads it back; undefined when it is none. */
export function readPressAddress(text: string | undefined): PressAddress | undefined {
  const [word, stage, condition] = text?.split("/") ?? [];
  if (word === "release") return { verb: word };
  if (stage === undefined || stage === "") return undefined;
  if (word === "override" && (condition === "BEFORE_ENTRY" || condition === "ON_SUCCESS"))
    return { verb: word, stage, condition };
  const verb = OF_STAGE.find((each) => each === word);
  return verb === undefined ? undefined : { verb, stage };
}
