import { onDemand } from "@/components/ui/on-demand";

/** The palette and the list of keys: needed by who asks for them. */
export const commandPalette = onDemand(() =>
  import("./command-palette").then(({ CommandPalette }) => CommandPalette),
);

export const keysHelp = onDemand(() => import("./keys-help").then(({ KeysHelp }) => KeysHelp));
