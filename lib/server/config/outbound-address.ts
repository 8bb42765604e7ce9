import "server-only";
import { BlockList, isIP } from "node:net";
import { isLoopback } from "./loopback";

/** Addresses at which machines and clouds answer whoever runs on them, credentials included; no service lives there. */
const NEVER = new BlockList();
NEVER.addSubnet("0.0.0.0", 8, "ipv4");
NEVER.addSubnet("169.254.0.0", 16, "ipv4");
NEVER.addAddress("100.100.100.200", "ipv4");
NEVER.addSubnet("224.0.0.0", 3, "ipv4");
NEVER.addAddress("::", "ipv6");
NEVER.addSubnet("fe80::", 10, "ipv6");
NEVER.addSubnet("fd00:ec2::", 32, "ipv6");
NEVER.addSubnet("ff00::", 8, "ipv6");
const NEVER_NAMED = /^(metadata|instance-data)(\.|$)|\.metadata\.|(^|\.)metadata\.google\.internal\.?$/;

/**
 * Whether this server may call an address that a configuration or a provider names: https, or http on this machine;
 * never a link-local or metadata address; no user, query or fragment.
 */
export function mayCall(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") return false;
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url.hostname))) return false;
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const family = isIP(host);
  if (family === 0) return !NEVER_NAMED.test(host);
  return !NEVER.check(host, family === 6 ? "ipv6" : "ipv4");
}
