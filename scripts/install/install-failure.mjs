/** The codes of a registry that cannot be reached. */
export const networkFailure =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED)\b/;

/**
 * What went wrong with `npm install`, as one line for the person at the terminal; undefined when we do not know it.
 * @param {string} output npm's standard error
 * @param {string} root the project's folder
 * @returns {string | undefined}
 */
export function explainInstallFailure(output, root) {
  if (/ENOSPC|no space left/i.test(output))
    return `No disk space left for the packages in ${root} (about 1 GB is needed).`;
  if (/\b(EROFS|EACCES|EPERM)\b/.test(output))
    return `The packages cannot be written: no permission in ${root} or npm's cache.`;
  if (/EINTEGRITY/.test(output))
    return "A downloaded package is not what package-lock.json expects (EINTEGRITY). Nothing was started.";
  const network = networkFailure.exec(output);
  if (network)
    return `No network: the package registry cannot be reached (${network[1]}). Packages are downloaded once; try again when online.`;
  const missing = /\b(E404|ETARGET)\b/.exec(output);
  if (missing)
    return `The package registry does not have a package that package-lock.json names (${missing[1]}).`;
  return undefined;
}
