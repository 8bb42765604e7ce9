"use client";

import { useEffect } from "react";
import { WINDOW_COOKIE, writeWindowSize } from "@/lib/domain/window-size";

const SETTLED_MS = 500;
let said = "";

/** Tells the server how large the window is, in a cookie, so that it draws the next page for it. */
export function WindowCookie() {
  useEffect(() => {
    let timer = setTimeout(say, 0);
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(say, SETTLED_MS);
    };
    window.addEventListener("resize", later);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("resize", later);
    };
  }, []);
  return null;
}

function say(): void {
  const value = writeWindowSize({
    width: window.innerWidth,
    height: window.innerHeight,
    pageWidth: document.documentElement.clientWidth,
  });
  if (value === said || !("cookieStore" in window)) return;
  said = value;
  const cookie = { name: WINDOW_COOKIE, value, path: "/", sameSite: "lax" as const };
  // Without it the server guesses; nothing else depends on it.
  window.cookieStore.set(cookie).catch(() => undefined);
}
