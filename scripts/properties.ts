import { runInTerminal } from "./processes/run-in-terminal";

// The random worlds belong to the emulator, a program of its own, which scripts start and never import.
runInTerminal("emulator/testing/run-properties.ts");
