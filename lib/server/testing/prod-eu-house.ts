import "server-only";
import { type EmulatorProcess, startEmulator } from "./emulator-process";
import { forgetWatches } from "./forget-watches";
import { openHouse } from "./house";
import { prodEu } from "./prod-eu";
import { signInAs } from "./session";

/** The demo world at a standing clock, a house that watches its production account, and a viewer signed in. */
export interface ProdEuHouse {
  emulator: EmulatorProcess;
  /** The viewer's, for the header `cookie`. */
  cookie: string;
  close: () => Promise<void>;
}

/** Opens it for one test file. */
export async function openProdEuHouse(): Promise<ProdEuHouse> {
  const emulator = await startEmulator(["--world", "acme", "--clock", "manual"]);
  const house = await openHouse([prodEu(emulator)]);
  const { cookie } = await signInAs("viewer");
  return {
    emulator,
    cookie,
    close: async () => {
      await forgetWatches();
      await house.close();
      await emulator.stop();
    },
  };
}
