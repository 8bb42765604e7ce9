import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { afterEach, expect, test } from "vitest";
import { People } from "./people";
import { Random } from "./random";
import { APPROVE, type Thing } from "./verbs";

const THING: Thing = { pipeline: "shop-0", executionId: "e", kind: "sign", mode: "PARALLEL" };

type Answer = [status: number, body: object];

let server: Server | undefined;
afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

/** Three people at a server that signs people in, loses what is pressed, and answers this to who looks for a receipt. */
async function people(receipt: (session: string) => Answer, patienceMs: number): Promise<People> {
  let signedIn = 0;
  const answer = (request: IncomingMessage, response: ServerResponse): Answer => {
    const path = request.url ?? "";
    if (path === "/api/auth/callback/demo") {
      signedIn += 1;
      response.setHeader("set-cookie", `session=${signedIn}; Path=/`);
    }
    if (request.method === "POST" && path.startsWith("/api/pipelines")) return [503, {}];
    if (path.startsWith("/api/receipts/")) return receipt(request.headers.cookie ?? "");
    return [200, { csrfToken: "token" }];
  };
  const listening = createServer((request, response) => {
    const [status, body] = answer(request, response);
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  const address = listening.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const gathered = new People(`http://127.0.0.1:${port}`, new Random(1), { looks: true, patienceMs });
  await gathered.gather(3);
  return gathered;
}

test("whose session has ended signs in again and is told of the receipt", async () => {
  const ended = "session=3";
  const crowd = await people(
    (session) => (session === ended ? [401, {}] : [200, { receipt: { state: "confirmed" } }]),
    30_000,
  );
  const { acknowledged } = await crowd.pressOnce(APPROVE, THING);
  expect(acknowledged).toBe("confirmed");
});

test("a receipt of which a server says nothing is waited for so long, and the last words are told", async () => {
  const crowd = await people(() => [503, { title: "The store is away" }], 300);
  await expect(crowd.pressOnce(APPROVE, THING)).rejects.toThrow(
    /^nothing was said of the receipt \S+ within 0\.3 s; last: 503 .*The store is away/,
  );
});
