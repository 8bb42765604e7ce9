import { TRADE_COMMITS } from "./acme-commits-new";
import { PLATFORM_COMMITS } from "./acme-commits-platform";
import { SHOP_COMMITS } from "./acme-commits-shop";

const TABLES = [SHOP_COMMITS, PLATFORM_COMMITS, TRADE_COMMITS];

/** The newest commits of a repository as its people wrote them, oldest first. */
export function commitsOf(repository: string): readonly string[] {
  return TABLES.flatMap((table) => table[repository] ?? []);
}

/** Every such commit of the company. */
export function allCommits(): readonly string[] {
  return TABLES.flatMap((table) => Object.values(table).flat());
}
