import { useState } from "react";

/**
 * The text of a box, or of what is chosen, that stands in the address as well. The address comes after what is typed, so
 * that what it takes over late is no news; anything else it says is, as after Back, Forward or a link.
 *
 * @param q the text in the address
 */
export function useTyped(q: string): [text: string, type: (text: string) => void] {
  const [text, setText] = useState(q);
  const [seen, setSeen] = useState(q);
  /** Typed, and not all in the address yet. */
  const [own, setOwn] = useState<readonly string[]>([]);
  if (seen !== q) {
    setSeen(q);
    if (q === text.trim()) setOwn([]);
    else if (!own.includes(q)) setText(q);
  }
  return [
    text,
    (next) => {
      setText(next);
      setOwn([...own, next.trim()]);
    },
  ];
}
