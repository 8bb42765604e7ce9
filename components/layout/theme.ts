export const THEMES = [
  { value: "system", label: "System" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;
export type Theme = (typeof THEMES)[number]["value"];

const COOKIE = "pipedeck-theme";
/** Any instant far ahead: browsers keep a cookie for 400 days at most, from when it is set. */
const FAR_AHEAD_MS = Date.parse("9999-01-01T00:00:00Z");

/** The theme a person has chosen. */
export function currentTheme(): Theme {
  const set = document.documentElement.dataset.theme;
  return set === "light" || set === "dark" ? set : "system";
}

/** Shows the page in a theme from now on, and remembers it. */
export function chooseTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  void remember(theme);
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
