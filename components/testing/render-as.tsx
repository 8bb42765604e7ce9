import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { SessionProvider } from "@/components/layout/session-provider";
import type { PressConditions } from "@/lib/contract/access";
import type { Person } from "@/lib/domain/person";
import type { Role } from "@/lib/domain/role";
import { newQueryClient } from "@/lib/queries/query-client";
import { accessOf } from "./access-of";

/** A person of a role, for tests. */
export function personOf(role: Role): Person {
  return { id: role, name: "Ada Lindqvist", groups: [role] };
}

/**
 * Renders what needs a session and the cache of answers, for a person of a role, where rules set these conditions; `show`
 * renders something else there.
 */
export function renderAs(
  role: Role,
  children: ReactNode,
  conditions: PressConditions = {},
): { show: (children: ReactNode) => void; client: QueryClient } {
  const client = newQueryClient();
  client.setQueryDefaults(["access"], { initialData: accessOf(personOf(role), role, conditions) });
  const within = (inner: ReactNode) => (
    <SessionProvider person={personOf(role)}>
      <QueryClientProvider client={client}>{inner}</QueryClientProvider>
    </SessionProvider>
  );
  const { rerender } = render(within(children));
  return { show: (next) => rerender(within(next)), client };
}
