"use client";

import { useEffect } from "react";
import { countedIcon, countedTitle } from "./inbox-count-words";
import { useKnownCount } from "./use-known-count";

/**
 * The count in the title and in the icon of the tab. A hidden page asks for nothing, so after two minutes it states no
 * count any more, unless somebody who wants notifications has it go on asking.
 */
export function InboxSigns() {
  const known = useKnownCount();
  useEffect(() => {
    const write = () => {
      const title = countedTitle(document.title, known);
      if (title !== document.title) document.title = title;
    };
    write();
    // A navigation brings a title of its own.
    const titles = new MutationObserver(write);
    titles.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => titles.disconnect();
  }, [known]);
  useEffect(() => {
    if (known === 0) return;
    const icon = document.createElement("link");
    icon.rel = "icon";
    icon.type = "image/svg+xml";
    icon.href = countedIcon(known);
    document.head.append(icon);
    return () => icon.remove();
  }, [known]);
  return null;
}
