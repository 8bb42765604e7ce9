import type { Page } from "@playwright/test";

declare global {
  interface Window {
    benchTyped?: { painted: number[]; from: number };
  }
}

/** Has the page note, for each key typed, how long it takes until the rows asked for are painted, in ms. */
export async function noteTyped(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen = { painted: [] as number[], from: Number.NaN };
    window.benchTyped = seen;
    document.addEventListener(
      "keydown",
      ({ timeStamp }) => {
        seen.from = timeStamp;
      },
      { capture: true },
    );
    let waited = false;
    const look = () => {
      const isBusy = document.querySelector('[aria-label="Executions"][aria-busy="true"]') !== null;
      if (isBusy) waited = true;
      else if (waited) {
        waited = false;
        const { from } = seen;
        if (Number.isNaN(from)) return;
        seen.from = Number.NaN;
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          // A message comes after the frame that was just made is painted.
          channel.port1.onmessage = () => seen.painted.push(performance.now() - from);
          channel.port2.postMessage(null);
        });
      }
    };
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ["aria-busy"],
    });
  });
}

/** Types a text letter by letter, each once the rows of the one before are there; answers the milliseconds of each. */
export async function typeSlowly(page: Page, text: string): Promise<number[]> {
  const times: number[] = [];
  for (const key of text) {
    const before = await paintedSoFar(page);
    await page.keyboard.press(key);
    await page.waitForFunction((count) => (window.benchTyped?.painted.length ?? 0) > count, before);
    times.push(await page.evaluate(() => window.benchTyped?.painted.at(-1) ?? Number.NaN));
  }
  return times;
}

function paintedSoFar(page: Page): Promise<number> {
  return page.evaluate(() => window.benchTyped?.painted.length ?? 0);
}
