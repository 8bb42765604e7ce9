const DEEPEST = 100;

const QUOTE = 34;
const BACKSLASH = 92;
const BRACKETS = { open: 91, close: 93 };
const BRACES = { open: 123, close: 125 };

/** How deep objects and lists stand in each other; brackets in texts do not count. */
function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  let inText = false;
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (inText) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) inText = false;
    } else if (code === QUOTE) inText = true;
    else if (code === BRACKETS.open || code === BRACES.open) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (code === BRACKETS.close || code === BRACES.close) depth -= 1;
  }
  return deepest;
}

/**
 * JSON from outside. Throws SyntaxError for what is no JSON, and for what nests deeper than 100: such a value could be
 * read but not written again, and the journal writes everything.
 */
export function parseJson(json: string): unknown {
  if (json.length > DEEPEST && depthOf(json) > DEEPEST) {
    throw new SyntaxError(`JSON nested deeper than ${DEEPEST}`);
  }
  return JSON.parse(json);
}
