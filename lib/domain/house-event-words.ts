/** What is told of an event besides who and when. */
interface Told {
  kind: string;
  step: string;
  place?: { target: string; pipeline: string; stage?: string };
}

const STEPS: Readonly<Record<string, string>> = {
  "signed-in": "signed in",
  ended: "signed out",
  revoked: "was signed out",
  loaded: "Configuration loaded",
};

/** An event in words that follow the person's name: `was denied: approve at Prod of checkout-web in prod-eu`. */
export function houseEventWords({ kind, step, place }: Told): string {
  if (kind !== "denied") return STEPS[step] ?? step;
  if (place === undefined) return step === "sign-in" ? "was not let in" : `was denied: ${step}`;
  const stage = place.stage === undefined ? "" : `${place.stage} of `;
  return `was denied: ${step} at ${stage}${place.pipeline} in ${place.target}`;
}
