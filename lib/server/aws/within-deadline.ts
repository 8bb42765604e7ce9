import "server-only";

/**
 * Ends waiting for a call after `deadlineMs`: with a DOMException `TimeoutError`, and its signal aborted. The signal alone
 * would not end waiting for a socket or for credentials. Once the call has answered nothing keeps that answer any more, as
 * `AbortSignal.timeout` would until its time is over.
 */
export async function withinDeadline<Output>(
  deadlineMs: number,
  send: (signal: AbortSignal) => Promise<Output>,
): Promise<Output> {
  const aborting = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new DOMException(`no answer within ${deadlineMs} ms`, "TimeoutError");
      reject(error);
      aborting.abort(error);
    }, deadlineMs).unref();
  });
  const answer = send(aborting.signal);
  answer.catch(() => undefined);
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
