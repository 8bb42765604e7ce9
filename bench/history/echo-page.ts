import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import type { Shutdown } from "../../scripts/processes/shutdown";

const page = `<!doctype html><title>Echo</title><input autofocus><p id="cell">-</p><script>
const input = document.querySelector("input"), cell = document.getElementById("cell");
window.painted = [];
let from = 0;
input.addEventListener("keydown", ({ timeStamp }) => { from = timeStamp; });
input.addEventListener("input", async () => {
  const began = from;
  cell.textContent = (await (await fetch("/echo?q=" + encodeURIComponent(input.value))).json()).q;
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => window.painted.push(performance.now() - began);
    channel.port2.postMessage(null);
  });
});
</script>`;

declare global {
  interface Window {
    painted?: number[];
  }
}

/** Starts a bare server whose page asks it back for each key; it ends with the bench. */
export async function startEchoPage(shutdown: Shutdown): Promise<string> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
    if (pathname !== "/echo") response.writeHead(200, { "content-type": "text/html" }).end(page);
    else
      response
        .writeHead(200, { "content-type": "application/json", "cache-control": "no-store" })
        .end(JSON.stringify({ q: searchParams.get("q") }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  shutdown.add(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

/** Types a text into it letter by letter; answers the milliseconds until each echo is painted. */
export async function typeIntoEcho(page: Page, text: string): Promise<number[]> {
  const times: number[] = [];
  for (const key of text) {
    const before = await page.evaluate(() => window.painted?.length ?? 0);
    await page.keyboard.press(key);
    await page.waitForFunction((count) => (window.painted?.length ?? 0) > count, before);
    times.push(await page.evaluate(() => window.painted?.at(-1) ?? Number.NaN));
  }
  return times;
}
