const DEEPEST = 100;

/** How deep objects and lists stand in each other; counts brackets outside of texts. */
function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [token] of json.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}]/gs)) {
    if (token === "{" || token === "[") depth += 1;
    else if (token === "}" || token === "]") depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/**
 * JSON from outside. Throws SyntaxError for what is no JSON, and for what nests deeper than 100: such a value could be
 * read but not written again, and the journal writes everything.
 */
export function parseJson(json: string): unknown {
  const value: unknown = JSON.parse(json);
  if (json.length > DEEPEST && depthOf(json) > DEEPEST) {
    throw new SyntaxError(`JSON nested deeper than ${DEEPEST}`);
  }
  return value;
}
