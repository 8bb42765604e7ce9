import { Agent, type ClientRequest, get, type IncomingMessage } from "node:http";
import { WordedError } from "../../scripts/processes/worded-error";
import { cookieHeader, type Session } from "../../scripts/testing/session";

/** Sockets without a limit: a viewer holds one for as long as it looks. */
const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });

/** One message of the stream: the event's name and its data as text. */
export type LiveMessage = { event: string; data: string };

/** A stream of GET /api/live as a browser holds it, without a browser. */
export class LiveViewer {
  bytes = 0;
  messages = 0;
  /** How the stream ended; undefined while it is open. */
  ended: string | undefined;
  #request: ClientRequest | undefined;
  #rest = "";

  private constructor(private readonly onMessage: (message: LiveMessage) => void) {}

  /** Opens a stream; resolves with its first message. */
  static open(
    url: string,
    session: Session,
    onMessage: (message: LiveMessage) => void = () => undefined,
  ): Promise<LiveViewer> {
    return new Promise((resolve, reject) => {
      const viewer: LiveViewer = new LiveViewer((message) => {
        resolve(viewer);
        onMessage(message);
      });
      const headers = { cookie: cookieHeader(session), accept: "text/event-stream" };
      viewer.#request = get(`${url}/api/live`, { agent, headers }, (response) => {
        if (response.statusCode !== 200)
          reject(new WordedError(`GET /api/live answered ${response.statusCode}.`));
        viewer.#follow(response);
      });
      viewer.#request.on("error", (error) => {
        viewer.ended = error.message;
        reject(error);
      });
    });
  }

  close(): void {
    this.#request?.destroy();
  }

  #follow(response: IncomingMessage): void {
    response.setEncoding("utf8");
    response.on("data", (chunk: string) => {
      this.bytes += Buffer.byteLength(chunk);
      const parts = (this.#rest + chunk).split("\n\n");
      this.#rest = parts.pop() ?? "";
      for (const part of parts) this.#take(part);
    });
    response.on("close", () => {
      this.ended ??= "closed";
    });
    response.on("error", () => undefined);
  }

  #take(part: string): void {
    const event = /^event: (.*)$/m.exec(part)?.[1];
    const data = /^data: (.*)$/m.exec(part)?.[1];
    if (event === undefined || data === undefined) return;
    this.messages += 1;
    this.onMessage({ event, data });
  }
}
