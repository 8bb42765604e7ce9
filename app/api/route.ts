import { unknownPath } from "@/lib/server/route";

/** /api itself is no endpoint. */
export {
  unknownPath as DELETE,
  unknownPath as GET,
  unknownPath as OPTIONS,
  unknownPath as PATCH,
  unknownPath as POST,
  unknownPath as PUT,
};
