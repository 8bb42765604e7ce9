import { accessFacts } from "../prove/access/facts";
import { PERMISSIONS, TARGETS } from "../prove/access/rules";
import { withoutProxy } from "../prove/access/without-proxy";
import { Town } from "../replicas/town";
import { provedFacts } from "./proved-facts";
import type { Step } from "./run-steps";

/**
 * Who may see what, at a running server, and at one without its proxy.
 *
 * @param whole every trick at every route, or some
 */
export function access(whole: boolean): Step {
  const served = (folder?: () => string) => async (shutdown: Parameters<typeof Town.start>[0]) => {
    const town = await Town.start(shutdown, {
      permissions: PERMISSIONS,
      targets: TARGETS,
      ...(folder ? { application: folder() } : {}),
    });
    const { url } = await town.server();
    return accessFacts(town, () => url, whole);
  };
  return { name: "access (processes)", run: () => provedFacts([served(), served(withoutProxy)]) };
}
