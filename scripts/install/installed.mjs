import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * One entry of a lock file, as far as we read it.
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean, extraneous?: boolean, os?: string[], cpu?: string[] }} LockedPackage
 */

const marker = "node_modules/.pipedeck-install";
const unfinished = "node_modules/.pipedeck-installing";

/**
 * Whether node_modules holds what package-lock.json asks for: `current`, `outdated` (complete, but of another lock
 * file or Node), or `broken` (absent, or an install of ours was interrupted, or something was deleted).
 * @param {string} root
 * @returns {"current" | "outdated" | "broken"}
 */
export function installState(root) {
  if (existsSync(path.join(root, unfinished)) || !isComplete(root)) return "broken";
  const marked = readOr(path.join(root, marker));
  if (marked !== undefined) return marked === fingerprint(root) ? "current" : "outdated";
  const hidden = packagesOf(path.join(root, "node_modules/.package-lock.json"));
  return holdsAll(packagesOf(path.join(root, "package-lock.json")) ?? {}, hidden ?? {})
    ? "current"
    : "outdated";
}

/**
 * Whether every package that npm says it installed is there.
 * @param {string} root
 */
export function isComplete(root) {
  const hidden = packagesOf(path.join(root, "node_modules/.package-lock.json"));
  return (
    hidden !== undefined && Object.keys(hidden).every((at) => existsSync(path.join(root, at, "package.json")))
  );
}

/**
 * Says that an install has begun, so that a start after an interrupted one does not trust what it left.
 * @param {string} root
 */
export function markUnfinished(root) {
  mkdirSync(path.join(root, "node_modules"), { recursive: true });
  writeFileSync(path.join(root, unfinished), "");
  rmSync(path.join(root, marker), { force: true });
}

/**
 * Remembers that node_modules is complete for this lock file.
 * @param {string} root
 */
export function markInstalled(root) {
  writeFileSync(path.join(root, marker), fingerprint(root));
  rmSync(path.join(root, unfinished), { force: true });
}

/** @param {string} root */
export function isMarked(root) {
  return existsSync(path.join(root, marker));
}

/**
 * How many packages the lock file asks for on this system, about.
 * @param {string} root
 */
export function expectedCount(root) {
  const locked = packagesOf(path.join(root, "package-lock.json")) ?? {};
  return Object.entries(locked).filter(
    ([at, it]) =>
      at && !it.peer && !it.extraneous && fits(it.os, process.platform) && fits(it.cpu, process.arch),
  ).length;
}

/**
 * @param {string[] | undefined} allowed
 * @param {string} mine
 */
function fits(allowed, mine) {
  return !allowed || allowed.includes(mine);
}

/**
 * @param {Record<string, LockedPackage>} locked
 * @param {Record<string, LockedPackage>} hidden
 */
function holdsAll(locked, hidden) {
  return Object.entries(locked).every(([at, wanted]) => {
    if (!at) return true;
    const found = hidden[at];
    return found
      ? found.version === wanted.version
      : Boolean(wanted.optional || wanted.devOptional || wanted.peer || wanted.extraneous);
  });
}

/** @param {string} root */
function fingerprint(root) {
  const hash = createHash("sha256").update(readOr(path.join(root, "package-lock.json")) ?? "");
  return hash.update(`${process.platform} ${process.arch} ${process.versions.modules}`).digest("hex");
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage> | undefined}
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}

/** @param {string} file */
function readOr(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
