/** Why AWS could not be reached, without the trappings of the library that says so and without a full stop. */
export function reasonWords(reason: string): string {
  return reason
    .replace(/@[\w-]+\/[\w-]+ - \[\w+\] /g, "")
    .replace(/\ba request has exceeded the configured (\d+) ms \w+/, (_, ms: string) => {
      return `no answer in ${Number(ms) / 1000}\u00a0s`;
    })
    .replace(/^ETIMEDOUT: (?=no answer)/, "")
    .trim()
    .replace(/\.$/, "");
}

/** What a banner says first about a target that gives no good answer: it may be silent, or say what nobody understands. */
export function silenceLead(name: string, reason: string): string {
  return reason.startsWith("AWS answered") ? `${name} cannot be understood.` : `${name} does not answer.`;
}
