import { expect, test } from "vitest";
import { CommitFeed } from "./commit-feed";
import { TicketBook } from "./ticket-book";

const REPOSITORIES = ["checkout-web", "orders-api", "cart-service", "storefront-preview"];
const ticketOf = (message: string) => Number(/^SHOP-(\d+)/.exec(message)?.[1]);
const isTicket = (ticket: number) => !Number.isNaN(ticket);

test("messages that come round again get the next ticket numbers, each once in the whole company", () => {
  const tickets = new TicketBook();
  const feeds = REPOSITORIES.map((repository) => new CommitFeed(repository, 4, tickets));
  const planned = feeds.flatMap((feed) => Array.from({ length: 4 }, () => feed.next()));
  const later = Array.from({ length: 60 }, () => feeds.map((feed) => feed.next())).flat();
  const newest = Math.max(...planned.map(ticketOf).filter(isTicket));
  const fresh = later.map(ticketOf).filter(isTicket);
  expect(fresh.length).toBeGreaterThan(60);
  expect(fresh).toEqual(fresh.map((_ticket, index) => newest + 1 + index));
});
