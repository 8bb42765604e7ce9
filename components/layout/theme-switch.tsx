"use client";

import { useSyncExternalStore } from "react";
import { Segmented } from "@/components/ui/segmented";
import { chooseTheme, currentTheme, THEMES, type Theme } from "./theme";

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}

/** Light, dark, or as the system has it. */
export function ThemeSwitch() {
  const theme = useSyncExternalStore<Theme>(subscribe, currentTheme, () => "system");
  return <Segmented label="Theme" options={THEMES} value={theme} onChange={chooseTheme} />;
}
