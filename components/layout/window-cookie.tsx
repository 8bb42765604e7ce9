"use client";

import { useEffect } from "react";
import { drawsAlike, guessWindowSize, WINDOW_COOKIE, writeWindowSize } from "@/lib/domain/window-size";

const SETTLED_MS = 500;
/** What the cookie says; null that there is none, undefined that it is not known. */
let said: string | null | undefined;

/**
 * Tells the server in a cookie how large the window is, where it would guess wrong, so that it draws the next page for
 * it. Nothing else depends on the cookie, so a browser that keeps none is left alone.
 */
export function WindowCookie() {
  useEffect(() => {
    const tell = () => void say().catch(() => undefined);
    let timer = setTimeout(tell, 0);
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(tell, SETTLED_MS);
    };
    window.addEventListener("resize", later);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("resize", later);
    };
  }, []);
  return null;
}

async function say(): Promise<void> {
  const size = {
    width: window.innerWidth,
    height: window.innerHeight,
    pageWidth: document.documentElement.clientWidth,
  };
  const guessed = drawsAlike(size, guessWindowSize(undefined, navigator.userAgent));
  const value = guessed ? null : writeWindowSize(size);
  if (value === said || !("cookieStore" in window)) return;
  said = value;
  if (value === null) await window.cookieStore.delete(WINDOW_COOKIE);
  else await window.cookieStore.set({ name: WINDOW_COOKIE, value, path: "/", sameSite: "lax" });
}
