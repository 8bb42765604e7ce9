import "server-only";
import { forgetOffer } from "../auth/demo-offer";
import { type TestTarget, writeConfig } from "./config-file";
import { createTestDatabase, type TestDatabase } from "./postgres";
import { HOUSE } from "./request";

/** An environment in which the server's parts work: settings, a configuration and a database of its own. */
export interface TestHouse {
  database: TestDatabase;
  close: () => Promise<void>;
}

/** A loopback endpoint at which nothing answers: discard port, never listened on in tests. */
export const NOBODY = "http://127.0.0.1:9";

/** Opens a house with these targets. */
export async function openHouse(
  targets: TestTarget[] = [{ id: "dev-eu", endpoint: NOBODY }],
): Promise<TestHouse> {
  process.env.NEXTAUTH_URL = HOUSE;
  process.env.NEXTAUTH_SECRET = "a secret of the tests, long enough to be one";
  process.env.PIPEDECK_READS_PER_SECOND = "100000";
  process.env.PIPEDECK_PRESSES_PER_SECOND = "100000";
  process.env.AWS_ACCESS_KEY_ID = "AKIA111122223333";
  process.env.AWS_SECRET_ACCESS_KEY = "emulator";
  const removeConfig = writeConfig(targets);
  const database = await createTestDatabase();
  forgetOffer();
  return {
    database,
    close: async () => {
      await database.drop();
      removeConfig();
    },
  };
}
