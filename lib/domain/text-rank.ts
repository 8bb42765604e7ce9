/** How well a text answers a word, the best first. */
const RANK = { same: 0, begins: 1, wordBegins: 2, within: 3, letters: 5 } as const;

/**
 * How well a text answers what was typed, 0 being the best; null when it does not. Every word must be found: whole, at
 * a beginning, within, or, of three letters and more, its letters in their order, where `letters` apart count.
 */
export function textRank(typed: string, text: string, { letters = true } = {}): number | null {
  const own = text.toLowerCase();
  let rank = 0;
  for (const word of typed.toLowerCase().split(/\s+/)) {
    if (word === "") continue;
    const found = wordRank(word, own, letters);
    if (found === null) return null;
    rank += found;
  }
  return rank;
}

function wordRank(word: string, text: string, letters: boolean): number | null {
  if (text === word) return RANK.same;
  const at = text.indexOf(word);
  if (at === 0) return RANK.begins;
  if (at > 0) return beginsWord(word, text) ? RANK.wordBegins : RANK.within;
  return letters && word.length >= 3 && hasLetters(word, text) ? RANK.letters : null;
}

function beginsWord(word: string, text: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1))
    if (/[^\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true;
  return false;
}

function hasLetters(word: string, text: string): boolean {
  let at = -1;
  for (const letter of word) {
    at = text.indexOf(letter, at + 1);
    if (at === -1) return false;
  }
  return true;
}
