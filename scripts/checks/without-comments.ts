/**
 * The text with comments and the insides of strings blanked, lines kept, so that a pattern meets code only.
 * Template literals lose their text but keep what is inside `${}`.
 */
export function withoutComments(text: string): string {
  const pattern = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g;
  return text.replace(pattern, (found) => {
    const quote = found[0];
    if (quote === '"' || quote === "'") return `${quote}${quote}`;
    return found.replace(/[^\n]/g, " ");
  });
}
