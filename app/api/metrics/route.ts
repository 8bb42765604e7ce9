import { requireMetricsToken } from "@/lib/server/auth/require-metrics-token";
import { machineRoute, otherMachineMethods } from "@/lib/server/open-route";
import { readMetrics } from "@/lib/server/reads/read-metrics";

/** GET /api/metrics: Prometheus' text format, for who shows the bearer token. */
export const GET = machineRoute(requireMetricsToken, async () => {
  const { contentType, text } = await readMetrics();
  return new Response(text, { headers: { "content-type": contentType } });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMachineMethods(requireMetricsToken);
