import type { NoticedItem } from "@/lib/queries/notices/follow-notices";

/** So many one by one; more at once are told as a number. */
const MOST = 3;

/** Shows what is new in the inbox as notifications of the browser; each leads to its item. */
export function showNotices(items: readonly NoticedItem[]): void {
  if (items.length > MOST) {
    notify(`${items.length} things need you`, "Pipedeck inbox", "/inbox", "pipedeck-inbox");
    return;
  }
  for (const { id, title, target, pipeline } of items)
    notify(title, `${pipeline}, ${target}`, `/inbox?item=${encodeURIComponent(id)}`, id);
}

function notify(title: string, body: string, address: string, tag: string): void {
  const notice = new Notification(title, { body, tag, icon: "/icon.svg" });
  notice.onclick = () => {
    window.focus();
    window.location.assign(address);
  };
}
