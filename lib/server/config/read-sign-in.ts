import "server-only";
import { isMap, isScalar, type YAMLMap } from "yaml";
import { mayCall } from "./outbound-address";
import type { SignInConfig } from "./sign-in-config";
import { type Reporter, reportUnknownKeys } from "./unknown-keys";

interface TextField {
  /** Taken when the key is left out; a key without one must be there. */
  otherwise?: string;
  good: (text: string) => boolean;
  expected: string;
}

const NAME: TextField = { otherwise: "Single sign-on", good: isShort, expected: "1 to 100 characters" };
const ISSUER: TextField = {
  good: mayCall,
  expected: "the https URL of an OpenID Connect issuer, such as https://login.example.com",
};
const CLIENT_ID: TextField = { good: isShort, expected: "the client id that the provider gave" };
const SECRET_ENV: TextField = {
  good: (text) => /^[A-Za-z_]\w{0,99}$/.test(text),
  expected:
    "the name of an environment variable, such as PIPEDECK_CLIENT_SECRET; the secret itself never stands here",
};
const SCOPE: TextField = {
  otherwise: "openid profile email",
  good: (text) => text.split(" ").includes("openid") && text.length <= 200,
  expected: "scopes with blanks between them, openid among them",
};
const GROUPS_CLAIM: TextField = { otherwise: "groups", good: isShort, expected: "the name of a claim" };

const KEYS = ["name", "issuer", "clientId", "clientSecretEnv", "scope", "groupsClaim", "roles"];

/** Reads the key `signIn`, reporting every mistake; undefined when it had any. */
export function readSignIn(node: unknown, report: Reporter): SignInConfig | undefined {
  if (!isMap(node)) {
    report(node, "signIn", "must be a mapping with at least issuer, clientId, clientSecretEnv");
    return undefined;
  }
  let good = true;
  const reportHere: Reporter = (at, path, message) => {
    good = false;
    report(at, path, message);
  };
  reportUnknownKeys(node, "signIn", KEYS, reportHere);
  const text = (key: string, field: TextField) => readText(node, key, field, reportHere);
  const signIn = {
    name: text("name", NAME),
    issuer: text("issuer", ISSUER).replace(/\/$/, ""),
    clientId: text("clientId", CLIENT_ID),
    clientSecretEnv: text("clientSecretEnv", SECRET_ENV),
    scope: text("scope", SCOPE),
    groupsClaim: text("groupsClaim", GROUPS_CLAIM),
  };
  return good ? signIn : undefined;
}

function readText(
  map: YAMLMap,
  key: string,
  { otherwise, good, expected }: TextField,
  report: Reporter,
): string {
  if (!map.has(key)) {
    if (otherwise === undefined) report(map, `signIn.${key}`, `is missing, expected ${expected}`);
    return otherwise ?? "";
  }
  const node = map.get(key, true);
  const value = isScalar(node) && typeof node.value === "string" ? node.value : undefined;
  if (value !== undefined && good(value)) return value;
  report(node ?? map, `signIn.${key}`, `is not good, expected ${expected}`);
  return "";
}

function isShort(text: string): boolean {
  return text.trim() !== "" && text.length <= 200;
}
