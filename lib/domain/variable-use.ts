/** Where a declaration takes in a variable: in a configuration key, an environment variable or the commands of an action. */
export interface VariableUse {
  /** As a declaration names it: `variables.canary`, `Build.image_tag`. */
  variable: string;
  stage: string;
  /** Name of the action, or of the rule when `rule`. */
  action: string;
  rule?: boolean;
  /** The configuration key, the environment variable with a `$` before it, or `commands`. */
  key: string;
}

/** The variables that a text takes in, each once: `#{Build.image_tag}` is `Build.image_tag`. */
export function variablesIn(text: string): string[] {
  return [
    ...new Set([...text.matchAll(/#\{([\w@-]{1,100}\.[\w@-]{1,128})\}/g)].flatMap(([, name]) => name ?? [])),
  ];
}
