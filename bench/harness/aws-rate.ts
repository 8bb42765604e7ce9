/**
 * Flags of the emulator for what AWS serves of one account, in requests a second; the application is not told. Without
 * them the watch asks as often as the machine allows, and what is measured shares its processors with that.
 */
export const AWS_RATE: readonly string[] = ["--rate", "50"];
