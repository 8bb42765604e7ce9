/** `Stage/Action`, as it stands in the URL; neither name can hold a slash. */
export function actionKey(stage: string, action: string): string {
  return `${stage}/${action}`;
}

/** The stage and action of a key; undefined when it is none. */
export function readActionKey(key: string | undefined): { stage: string; action: string } | undefined {
  const at = key?.indexOf("/") ?? -1;
  return key === undefined || at < 1 || at === key.length - 1
    ? undefined
    : { stage: key.slice(0, at), action: key.slice(at + 1) };
}
