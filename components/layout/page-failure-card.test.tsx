import { createServer, type Server } from "node:http";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PageFailureCard } from "./page-failure-card";

let server: Server;
let status: number;
const reload = vi.fn();
beforeEach(async () => {
  server = createServer((_request, response) => {
    response.writeHead(status).end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  const browser: { setURL: (url: string) => void } = Reflect.get(window, "happyDOM");
  browser.setURL(`http://127.0.0.1:${address.port}/`);
  vi.spyOn(window.location, "reload").mockImplementation(reload);
});
afterEach(async () => {
  cleanup();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  vi.restoreAllMocks();
  reload.mockClear();
});

test("a page that broke by itself says so, and waits for the person", async () => {
  status = 200;
  const onRetry = vi.fn();
  render(<PageFailureCard digest="1234" onRetry={onRetry} />);
  expect(await screen.findByText(/^Something in it broke/)).toBeDefined();
  screen.getByRole("button", { name: "Try again" }).click();
  expect(onRetry).toHaveBeenCalledOnce();
  expect(reload).not.toHaveBeenCalled();
});

test("a page that the server cannot draw says why, and comes by itself when it can", async () => {
  status = 503;
  render(<PageFailureCard digest="1234" onRetry={() => undefined} />);
  expect(await screen.findByText(/^Pipedeck's database does not answer/)).toBeDefined();
  expect(reload).not.toHaveBeenCalled();
  status = 200;
  await expect.poll(() => reload.mock.calls.length, { timeout: 10_000 }).toBeGreaterThan(0);
}, 20_000);
