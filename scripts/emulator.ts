import { runInTerminal } from "./processes/run-in-terminal";

// A program of its own, which scripts start and never import.
runInTerminal("emulator/main.ts");
