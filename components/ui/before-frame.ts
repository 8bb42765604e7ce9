/**
 * Runs `work` soon, in a task of its own: before the next frame where tasks have priorities (`scheduler.postTask` of the
 * Prioritized Task Scheduling API), anyhow elsewhere. Answers what calls it off.
 */
export function beforeFrame(work: () => void): () => void {
  if (!("scheduler" in window)) {
    const timer = setTimeout(work, 0);
    return () => clearTimeout(timer);
  }
  const off = new AbortController();
  // Rejects when it is called off.
  scheduler.postTask(work, { priority: "user-blocking", signal: off.signal }).catch(() => undefined);
  return () => off.abort();
}
