"use client";

import { useSyncExternalStore } from "react";
import { Segmented } from "@/components/ui/segmented";

const THEMES = [
  { value: "system", label: "System" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;
type Theme = (typeof THEMES)[number]["value"];

const COOKIE = "pipedeck-theme";
/** Any instant far ahead: browsers keep a cookie for 400 days at most, from when it is set. */
const FAR_AHEAD_MS = Date.parse("9999-01-01T00:00:00Z");

function currentTheme(): Theme {
  const set = document.documentElement.dataset.theme;
  return set === "light" || set === "dark" ? set : "system";
}

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}

/** Remembered in a cookie, so that the server's first frame already has the theme. */
async function remember(theme: Theme): Promise<void> {
  if (!("cookieStore" in window)) return;
  if (theme === "system") await window.cookieStore.delete(COOKIE);
  else {
    await window.cookieStore.set({
      name: COOKIE,
      value: theme,
      path: "/",
      sameSite: "lax",
      expires: FAR_AHEAD_MS,
    });
  }
}

/** Light, dark, or as the system has it. */
export function ThemeSwitch() {
  const theme = useSyncExternalStore<Theme>(subscribe, currentTheme, () => "system");
  const choose = (next: Theme) => {
    if (next === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
    void remember(next);
  };
  return <Segmented label="Theme" options={THEMES} value={theme} onChange={choose} />;
}
