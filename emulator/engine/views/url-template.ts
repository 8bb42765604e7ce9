const longestUrl = 2048;

/** A URL from the template of an action type: `{Config:Name}` and other names in braces give way to values; unknown ones stay. */
export function fillTemplate(
  template: string,
  configuration: Record<string, string>,
  names: Record<string, string> = {},
): string {
  const filled = template.replace(
    /\{(Config:)?([^{}]*)\}/g,
    (text: string, isConfig: unknown, name: string) => {
      const values = isConfig === undefined ? names : configuration;
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      return value === undefined ? text : value;
    },
  );
  return filled.slice(0, longestUrl);
}
