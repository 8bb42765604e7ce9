/** A run of letters, digits and marks, with what joins them in names, tickets, paths and addresses; or one emoji. */
const CHUNK = /[\p{L}\p{N}\p{M}]+(?:[-_./#@:+][\p{L}\p{N}\p{M}]+)*|\p{Extended_Pictographic}/gu;
/** Where a part begins within a chunk; scripts without spaces begin one with every character. */
const PART = /(?<=[-_./#@:+])|(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])/u;
/** As GitHub, GitLab, Bitbucket and CodeCommit have it. */
const COMMIT_PAGE = /https?:\/\/\S+?\/commits?\/([0-9a-f]{7,64})(?![0-9a-z])\S*/g;

/** What is kept of one word, characters, and how many begin within one chunk. */
const LONGEST = 60;
const MOST_PARTS = 64;
/** Words of one text: a message of any length costs no more. */
const MOST_WORDS = 300;
/** Words that one question may have. */
const MOST_ASKED = 12;

/**
 * The words under which a text is found, lower-case, each once. A word is asked for by its beginning, so every part of a
 * chunk is kept with what follows it: `feature/SHOP-12` is found as `feature`, `shop-12` and `12`.
 */
export function searchWords(text: string): string[] {
  const words = new Set<string>();
  for (const [chunk] of plain(text).matchAll(CHUNK)) {
    const parts = chunk.split(PART);
    for (let from = 0; from < Math.min(parts.length, MOST_PARTS); from += 1) {
      if (words.size >= MOST_WORDS) return [...words];
      words.add(cut(parts.slice(from, from + LONGEST).join("")));
    }
  }
  return [...words];
}

/**
 * The words of a question: all must begin a word of what is found. None when there is nothing to look for in it. The address
 * of a commit's page asks for the commit.
 */
export function askedWords(question: string): string[] {
  const words = [...plain(question).replace(COMMIT_PAGE, "$1").matchAll(CHUNK)].map(([chunk]) => cut(chunk));
  return [...new Set(words)].slice(0, MOST_ASKED);
}

function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

/** By characters: half an emoji is none. */
function cut(word: string): string {
  return word.length <= LONGEST ? word : [...word].slice(0, LONGEST).join("");
}
