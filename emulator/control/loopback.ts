import type { IncomingMessage } from "node:http";

const LOOPBACK_ADDRESS = /^(::ffff:)?127\.\d+\.\d+\.\d+$|^::1$/;
const LOOPBACK_HOST = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;

function isLoopbackOrigin(origin: string): boolean {
  return URL.canParse(origin) && LOOPBACK_HOST.test(new URL(origin).host);
}

/** Whether a request comes from this machine and was not sent by a page of another site. */
export function isFromHere(request: IncomingMessage): boolean {
  const { host = "", origin } = request.headers;
  return (
    LOOPBACK_ADDRESS.test(request.socket.remoteAddress ?? "") &&
    LOOPBACK_HOST.test(host) &&
    (origin === undefined || isLoopbackOrigin(origin))
  );
}
