import { UPKEEP_COMMITS } from "./acme-commits-platform";
import { everydayCommit } from "./acme-parts-of-repositories";
import { commitsOf } from "./commits-of";
import type { TicketBook } from "./ticket-book";

/** Own messages in order with a chore after every second one. */
function sequenceFor(repository: string): string[] {
  const own = commitsOf(repository);
  const offset = repository.length % UPKEEP_COMMITS.length;
  return own.flatMap((message, index) => {
    const chore = UPKEEP_COMMITS[(offset + index) % UPKEEP_COMMITS.length];
    return index % 2 === 0 && index < own.length - 6 && chore !== undefined ? [message, chore] : [message];
  });
}

/**
 * Commit messages of one repository: the last of `planned` pushes carry those that were written for it, each once; what
 * comes before has older ticket numbers, what comes after new ones.
 */
export class CommitFeed {
  private readonly sequence: string[];
  private readonly repository: string;
  private readonly planned: number;
  private readonly tickets: TicketBook;
  private handedOut = 0;

  constructor(repository: string, planned: number, tickets: TicketBook) {
    this.sequence = sequenceFor(repository);
    this.repository = repository;
    this.planned = planned;
    this.tickets = tickets;
  }

  next(): string {
    const beforeLast = this.planned - this.handedOut;
    const written = this.sequence[this.sequence.length - beforeLast];
    this.handedOut += 1;
    if (written !== undefined && beforeLast > 0) return written;
    const { message, project } = everydayCommit(this.repository, this.handedOut);
    if (project === undefined) return message;
    const ticket =
      beforeLast > 0
        ? this.tickets.older(project, beforeLast - this.sequence.length)
        : this.tickets.next(project);
    return `${ticket} ${message}`;
  }
}
