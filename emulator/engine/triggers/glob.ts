/** The part of a pattern that is matched next: from the places reached in the text so far to those after it. */
type Step = (text: string, places: ReadonlySet<number>) => Set<number>;

/** One character that `fits`. */
function one(fits: (character: string) => boolean): Step {
  return (text, places) =>
    new Set([...places].filter((at) => at < text.length && fits(text.charAt(at))).map((at) => at + 1));
}

/** Any number of characters up to one that `stops`; a place reached before is not gone on from again. */
function run(stops: (character: string) => boolean): Step {
  return (text, places) => {
    const reached = new Set<number>();
    for (const place of places) {
      for (let at = place; !reached.has(at); at += 1) {
        reached.add(at);
        if (at === text.length || stops(text.charAt(at))) break;
      }
    }
    return reached;
  };
}

const isSlash = (character: string): boolean => character === "/";
const any = one((character) => !isSlash(character));
const star = run(isSlash);
const starStar = run(() => false);

/** Any number of directories with the slash after each, none too. */
const directories: Step = (text, places) => {
  const ends = [...starStar(text, places)].filter((end) => end > 0 && isSlash(text.charAt(end - 1)));
  return new Set([...places, ...ends]);
};

function literal(character: string): Step {
  return one((each) => each === character);
}

/** One character of a set such as `abc`, `a-z` or, with `!` in front, of all others; never a slash. */
function oneOfSet(content: string): Step {
  const negated = content.startsWith("!");
  const members = negated ? content.slice(1) : content;
  const holds = (character: string): boolean => {
    for (let index = 0; index < members.length; index += 1) {
      const from = members.charAt(index);
      const isRange = members[index + 1] === "-" && index + 2 < members.length;
      const to = isRange ? members.charAt(index + 2) : from;
      if (character >= from && character <= to) return true;
      if (isRange) index += 2;
    }
    return false;
  };
  return one((character) => !isSlash(character) && holds(character) !== negated);
}

function oneOfGroup(alternatives: readonly Step[][]): Step {
  return (text, places) => new Set(alternatives.flatMap((steps) => [...follow(steps, text, places)]));
}

/** The places a row of steps leads to. They are a set, so the work grows with pattern × text and never explodes. */
function follow(steps: readonly Step[], text: string, from: ReadonlySet<number>): ReadonlySet<number> {
  return steps.reduce((places, step) => step(text, places), from);
}

/** The step at `index` of a pattern, and where the next one begins. What is not closed stands for itself. */
function stepAt(pattern: string, index: number): { step: Step; next: number } {
  const character = pattern.charAt(index);
  if (character === "\\" && index + 1 < pattern.length)
    return { step: literal(pattern.charAt(index + 1)), next: index + 2 };
  if (pattern.startsWith("**/", index) && (index === 0 || pattern[index - 1] === "/"))
    return { step: directories, next: index + 3 };
  if (pattern.startsWith("**", index)) return { step: starStar, next: index + 2 };
  if (character === "*") return { step: star, next: index + 1 };
  if (character === "?") return { step: any, next: index + 1 };
  const close = character === "[" ? pattern.indexOf("]", index + 2) : pattern.indexOf("}", index);
  if (close === -1) return { step: literal(character), next: index + 1 };
  const content = pattern.slice(index + 1, close);
  if (character === "[") return { step: oneOfSet(content), next: close + 1 };
  if (character === "{") return { step: oneOfGroup(content.split(",").map(stepsOf)), next: close + 1 };
  return { step: literal(character), next: index + 1 };
}

function stepsOf(pattern: string): Step[] {
  const steps: Step[] = [];
  for (let index = 0; index < pattern.length; ) {
    const { step, next } = stepAt(pattern, index);
    steps.push(step);
    index = next;
  }
  return steps;
}

/**
 * True when the whole of a branch, tag or path fits a glob pattern: `*` within a name, `**` across names (a `**` before a
 * slash may be nothing at all), `?`, `[a-z]`, `[!a-z]`, `{one,two}`, a backslash before what is meant as it stands. User
 * guide: "Working with glob patterns in syntax".
 */
export function fitsGlob(pattern: string, text: string): boolean {
  return follow(stepsOf(pattern), text, new Set([0])).has(text.length);
}
