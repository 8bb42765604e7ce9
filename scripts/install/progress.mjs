/**
 * @typedef {{ detail: (text: string) => void, done: (text?: string) => void, fail: () => void }} Progress
 */

/**
 * Shows that a long step is under way: on a terminal one line that counts the seconds, elsewhere a line every ten.
 * @param {string} label what is being done, for example `Installing packages`
 * @returns {Progress}
 */
export function startProgress(label) {
  const began = performance.now();
  const live = process.stdout.isTTY === true;
  let detail = "";
  let said = "";
  const line = () => `${label} ... ${seconds(began)}${detail ? `, ${detail}` : ""}`;
  if (live) process.stdout.write(line());
  else console.log(`${label} ...`);
  const timer = setInterval(
    () => {
      if (live) process.stdout.write(`\r\u001b[2K${line()}`);
      else if (line() !== said) {
        said = line();
        console.log(said);
      }
    },
    live ? 500 : 10_000,
  );
  timer.unref();
  const end = () => {
    clearInterval(timer);
    if (live) process.stdout.write("\r\u001b[2K");
  };
  return {
    detail: (text) => {
      detail = text;
    },
    done: (text = "done") => {
      end();
      console.log(`${label}: ${text} (${seconds(began)})`);
    },
    fail: end,
  };
}

/** @param {number} since */
function seconds(since) {
  return `${Math.round((performance.now() - since) / 1000)} s`;
}
