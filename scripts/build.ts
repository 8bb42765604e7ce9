import { runCommand } from "./processes/shutdown";
import { ensureBuilt } from "./production-build/ensure-built";
import { root } from "./stack/folders";

await runCommand(async (shutdown) => {
  await ensureBuilt(root, shutdown);
  console.log("The production build is in .next; npm start runs it.");
  return 0;
}, 130);
