import { runCommand } from "./processes/shutdown";
import { runDemoStack } from "./stack/demo-stack";

await runCommand((shutdown) => runDemoStack("dev", shutdown));
