const MOST = 99;

/** A count as a small mark holds it: `7`, `99+`. */
export function countWords(count: number): string {
  return count > MOST ? `${MOST}+` : String(count);
}

/** The title of a page with the count before it; of a title that has one already, with this one. */
export function countedTitle(title: string, count: number): string {
  const plain = title.replace(/^\(\d+\+?\) /, "");
  return count === 0 ? plain : `(${countWords(count)}) ${plain}`;
}

/** The mark of the page's tab with a count on it, as an address of its own. Beyond 9 there is no room for digits. */
export function countedIcon(count: number): string {
  const digits = count > 9 ? "9+" : String(count);
  const size = digits.length > 1 ? 13 : 16;
  const svg = [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#12161D"/>',
    '<g fill="none" stroke="#F5F6F8" stroke-width="2.6"><circle cx="9" cy="20" r="4"/><path d="M13 20h5"/></g>',
    '<path d="M17 14.5h5.2L28 20l-5.8 5.5H17z" fill="#F5F6F8"/>',
    '<circle cx="21.5" cy="10.5" r="10.5" fill="#C9301F" stroke="#12161D"/>',
    `<text x="21.5" y="10.5" dy=".36em" text-anchor="middle" font-family="system-ui,sans-serif" font-size="${size}" font-weight="700" fill="#FFF">${digits}</text></svg>`,
  ].join("");
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
