import { requireMetricsToken } from "@/lib/server/auth/require-metrics-token";
import { readMetrics } from "@/lib/server/reads/read-metrics";
import { machineRoute, otherMethods } from "@/lib/server/route";

/** GET /api/metrics: Prometheus' text format, for who shows the bearer token. */
export const GET = machineRoute(requireMetricsToken, async () => {
  const { contentType, text } = await readMetrics();
  return new Response(text, { headers: { "content-type": contentType } });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", { open: true });
