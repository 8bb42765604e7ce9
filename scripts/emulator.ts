import { runInTerminal } from "./processes/run-in-terminal";

// A program of its own, which scripts start and never import. A flag says more than the environment.
const { HOST } = process.env;
runInTerminal("emulator/main.ts", HOST ? ["--host", HOST] : []);
