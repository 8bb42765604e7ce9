/** What a forged request is to bring about. */
export type Aim = { url: string; method: "POST" | "DELETE"; body: string };

/** A page of a stranger's that tries one way to have a visitor's browser make a request of ours. */
export type ForgedPage = { name: string; html: (aim: Aim, strangersOrigin: string) => string };

const KEY = "0f8fad5b-d9cb-469f-a165-70867728950e";

function script(code: string): (aim: Aim, origin: string) => string {
  return ({ url, method, body }, origin) =>
    `<script>const url=${text(url)},method=${text(method)},body=${text(body)},origin=${text(origin)},key=${text(KEY)};${code}</script>`;
}

function form(attributes: string, wrap = (html: string) => html): (aim: Aim, origin: string) => string {
  return ({ url, body }) =>
    wrap(
      `<form action="${attribute(url)}" ${attributes}><input name="${attribute(body.slice(0, -1))},&quot;x&quot;:&quot;" value="&quot;}"></form><script>document.forms[0].submit()</script>`,
    );
}

function framed(sandbox: string, inner: (aim: Aim, origin: string) => string) {
  return (aim: Aim, origin: string) =>
    `<iframe ${sandbox} srcdoc="${attribute(inner(aim, origin))}"></iframe>`;
}

const SEND = "credentials:'include',mode:'no-cors',body";
const ALL_RIGHT =
  "headers:{'content-type':'application/json','x-pipedeck-request':'1','idempotency-key':key},credentials:'include',body";
const JSON_BLOB = "new Blob([body],{type:'application/json'})";
const postText = "headers:{'content-type':'text/plain'}";

/** Every way that is known, each on its own. */
export const FORGED_PAGES: readonly ForgedPage[] = [
  { name: "form, urlencoded", html: form('method="post"') },
  { name: "form, multipart", html: form('method="post" enctype="multipart/form-data"') },
  { name: "form, text/plain that is JSON", html: form('method="post" enctype="text/plain"') },
  { name: "form, no referrer", html: form('method="post" rel="noreferrer" enctype="text/plain"') },
  { name: "form, into a new window", html: form('method="post" target="_blank" enctype="text/plain"') },
  { name: "form by GET", html: form('method="get"') },
  { name: "form in a frame", html: framed("", form('method="post" enctype="text/plain"')) },
  {
    name: "form of the origin null",
    html: framed('sandbox="allow-forms allow-scripts"', form('method="post" enctype="text/plain"')),
  },
  {
    name: "form of the origin null, at the top",
    html: framed(
      'sandbox="allow-forms allow-scripts allow-top-navigation"',
      form('method="post" target="_top" enctype="text/plain"'),
    ),
  },
  {
    name: "form behind a redirect that keeps the method",
    html: ({ url, body }, origin) =>
      form('method="post" enctype="text/plain"')({ url: hop(origin, url), method: "POST", body }, origin),
  },
  {
    name: "method override in the query",
    html: script(`fetch(url+'&_method='+method,{method:'POST',${SEND}})`),
  },
  {
    name: "method override in a field",
    html: script(
      `fetch(url,{method:'POST',credentials:'include',mode:'no-cors',body:new URLSearchParams({_method:method,body})})`,
    ),
  },
  {
    name: "method override in a header",
    html: script(
      `fetch(url,{method:'POST',headers:{'x-http-method-override':method},credentials:'include',body})`,
    ),
  },
  { name: "fetch, text/plain", html: script(`fetch(url,{method:'POST',${postText},${SEND}})`) },
  {
    name: "fetch, text/plain with a charset",
    html: script(
      `fetch(url,{method:'POST',headers:{'content-type':'text/plain;charset=application/json'},${SEND}})`,
    ),
  },
  {
    name: "fetch, urlencoded",
    html: script(
      `fetch(url,{method:'POST',credentials:'include',mode:'no-cors',body:new URLSearchParams({body})})`,
    ),
  },
  {
    name: "fetch, a form's data",
    html: script(
      "const data=new FormData();data.append('body',body);fetch(url,{method:'POST',credentials:'include',mode:'no-cors',body:data})",
    ),
  },
  {
    name: "fetch, no content type",
    html: script(`fetch(url,{method:'POST',credentials:'include',mode:'no-cors',body:new Blob([body])})`),
  },
  { name: "fetch, no body", html: script("fetch(url,{method:'POST',credentials:'include',mode:'no-cors'})") },
  {
    name: "fetch, no referrer",
    html: script(`fetch(url,{method:'POST',referrerPolicy:'no-referrer',${SEND}})`),
  },
  { name: "fetch, keepalive", html: script(`fetch(url,{method:'POST',keepalive:true,${SEND}})`) },
  {
    name: "fetch, JSON",
    html: script(
      `fetch(url,{method,headers:{'content-type':'application/json'},credentials:'include',body})`,
    ),
  },
  { name: "fetch, all headers right", html: script(`fetch(url,{method,${ALL_RIGHT}})`) },
  {
    name: "fetch, all headers right, no cors",
    html: script(`fetch(url,{method:'POST',mode:'no-cors',${ALL_RIGHT}})`),
  },
  {
    name: "fetch of the origin null",
    html: framed('sandbox="allow-scripts"', script(`fetch(url,{method:'POST',${postText},${SEND}})`)),
  },
  {
    name: "fetch of the origin null, all headers right",
    html: framed('sandbox="allow-scripts"', script(`fetch(url,{method,${ALL_RIGHT}})`)),
  },
  {
    name: "fetch behind a redirect that keeps the method",
    html: script(`fetch(origin+'/hop?to='+encodeURIComponent(url),{method:'POST',${postText},${SEND}})`),
  },
  {
    name: "fetch, the method itself",
    html: script("fetch(url,{method,credentials:'include',body:method==='POST'?body:undefined})"),
  },
  { name: "fetch, PUT", html: script("fetch(url,{method:'PUT',credentials:'include',body})") },
  {
    name: "XMLHttpRequest",
    html: script(
      "const x=new XMLHttpRequest();x.open('POST',url);x.withCredentials=true;x.setRequestHeader('content-type','text/plain');x.send(body)",
    ),
  },
  {
    name: "XMLHttpRequest, all headers right",
    html: script(
      "const x=new XMLHttpRequest();x.open(method,url);x.withCredentials=true;x.setRequestHeader('content-type','application/json');x.setRequestHeader('x-pipedeck-request','1');x.setRequestHeader('idempotency-key',key);x.send(body)",
    ),
  },
  { name: "beacon, text", html: script("navigator.sendBeacon(url,body)") },
  { name: "beacon, JSON", html: script(`navigator.sendBeacon(url,${JSON_BLOB})`) },
  {
    name: "ping of a link",
    html: ({ url }) =>
      `<a href="#x" ping="${attribute(url)}">x</a><script>document.links[0].click()</script>`,
  },
  { name: "image", html: ({ url }) => `<img src="${attribute(url)}">` },
  { name: "script", html: ({ url }) => `<script src="${attribute(url)}"></script>` },
  { name: "frame", html: ({ url }) => `<iframe src="${attribute(url)}"></iframe>` },
  { name: "link followed", html: script("location.href=url") },
  { name: "event source", html: script("new EventSource(url,{withCredentials:true})") },
];

function hop(origin: string, url: string): string {
  return `${origin}/hop?to=${encodeURIComponent(url)}`;
}

function text(value: string): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

function attribute(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
