import "server-only";
import { subscribe } from "node:diagnostics_channel";

/** What of a ServerResponse is needed here. */
interface Response {
  flushHeaders(): void;
  socket: { cork(): void; uncork(): void } | null;
}

/**
 * Makes headers leave with what is written in the same turn. Next flushes them right before the first part of the
 * body, which alone costs every reply a system call and a packet.
 */
export function joinWrites(): void {
  subscribe("http.server.request.start", (message) => {
    if (
      typeof message === "object" &&
      message !== null &&
      "response" in message &&
      isResponse(message.response)
    )
      joinWritesOf(message.response);
  });
}

function joinWritesOf(response: Response): void {
  const flush = response.flushHeaders;
  response.flushHeaders = function flushJoined(this: Response) {
    const { socket } = this;
    socket?.cork();
    flush.call(this);
    // As Node does for the parts of a body: the end of this turn, so that headers alone are not kept back.
    if (socket) process.nextTick(() => socket.uncork());
  };
}

function isResponse(value: unknown): value is Response {
  return typeof value === "object" && value !== null && "flushHeaders" in value && "socket" in value;
}
