import "server-only";
import picomatch from "picomatch";
import { mayCall } from "./outbound-address";

/** Says what is expected when a text is not good, else undefined. */
export type TextCheck = (value: string) => string | undefined;

const matches =
  (pattern: RegExp, expected: string): TextCheck =>
  (value) =>
    pattern.test(value) ? undefined : expected;

const ADDRESS =
  "an https URL without user, query or fragment, or an http one of this machine such as http://127.0.0.1:4599; link-local and metadata addresses are never called";
const isAddress: TextCheck = (value) => (mayCall(value) ? undefined : ADDRESS);

/** Whether a text is a glob of names. */
export const isGlob: TextCheck = (value) => {
  const expected = "a glob of pipeline names, such as checkout-* or {orders,payments}-*";
  if (value === "" || value.length > 500) return expected;
  try {
    picomatch.makeRe(value, { strictBrackets: true });
    return undefined;
  } catch {
    return expected;
  }
};

/** One key of a target: how its value is checked. */
export type Field =
  | { kind: "text"; required: boolean; expected: string; check: TextCheck }
  | { kind: "texts"; expected: string; check: TextCheck }
  | { kind: "number"; expected: string; min: number; max: number; integer: boolean };

function text(required: boolean, check: TextCheck, expected: string): Field {
  return { kind: "text", required, check, expected };
}

const ID = "1 to 63 lower-case letters, digits and dashes, not starting with a dash, such as prod-eu";
const ACCOUNT = "the 12 digits of an AWS account, such as 111122223333";
const REGION = "an AWS region, such as eu-west-1";
const ROLE = "the ARN of an IAM role, such as arn:aws:iam::111122223333:role/pipedeck-read";
const OPERATOR_ROLE = "the ARN of an IAM role, such as arn:aws:iam::111122223333:role/pipedeck-operator";
const ROLE_ARN = /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,576}$/;
const EXTERNAL_ID = "2 to 1224 letters, digits and any of _ + = , . @ : / -";

/** Every key a target may have. */
export const TARGET_FIELDS: Record<string, Field> = {
  id: text(true, matches(/^[a-z0-9][a-z0-9-]{0,62}$/, ID), ID),
  name: text(
    true,
    matches(/^\S(.{0,98}\S)?$/u, "1 to 100 characters"),
    "a name for people, such as Production EU",
  ),
  account: text(true, matches(/^\d{12}$/, ACCOUNT), ACCOUNT),
  region: text(true, matches(/^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/, REGION), REGION),
  roleArn: text(false, matches(ROLE_ARN, ROLE), ROLE),
  operatorRoleArn: text(false, matches(ROLE_ARN, OPERATOR_ROLE), OPERATOR_ROLE),
  externalId: text(false, matches(/^[\w+=,.@:/-]{2,1224}$/, EXTERNAL_ID), EXTERNAL_ID),
  profile: text(
    false,
    matches(/^\S+$/, "the name of an AWS profile, without spaces"),
    "the name of an AWS profile",
  ),
  endpoint: text(false, isAddress, ADDRESS),
  queueUrl: text(false, isAddress, ADDRESS),
  requestsPerSecond: {
    kind: "number",
    expected: "a number from 0.1 to 100",
    min: 0.1,
    max: 100,
    integer: false,
  },
  timeoutMs: {
    kind: "number",
    expected: "a whole number from 100 to 60000",
    min: 100,
    max: 60_000,
    integer: true,
  },
  include: { kind: "texts", expected: "a list of globs, such as [checkout-*]", check: isGlob },
  exclude: { kind: "texts", expected: "a list of globs, such as [sandbox-*]", check: isGlob },
};
