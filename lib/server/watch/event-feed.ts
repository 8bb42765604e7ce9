import "server-only";
import { EventQueue, queueRegion } from "../aws/event-queue";
import type { PipelineEvent } from "../codepipeline/to-pipeline-event";
import type { TargetConfig } from "../config/config";
import { QueueConsumer, type QueueHealth } from "./queue-consumer";

interface Feed {
  consumer: QueueConsumer;
  /** Ids of the targets that this process watches and that name the queue. */
  wantedBy: Set<string>;
}

/**
 * The event queues of the targets that this process watches. Several targets may name one queue: it is read once, with
 * the credentials of the first, and each event goes to every target of its account and region.
 */
export class EventFeed {
  readonly #feeds = new Map<string, Feed>();

  /**
   * @param targets of the whole configuration
   * @param deliver told of each event once for each target that it is of
   */
  constructor(
    private readonly targets: () => readonly TargetConfig[],
    private readonly deliver: (target: TargetConfig, event: PipelineEvent) => void,
  ) {}

  /** The queue of a target is read as long as this process watches the target, or another that shares the queue. */
  watches(target: TargetConfig, isWatching: boolean): void {
    const queue = queueOf(target);
    if (queue === undefined) return;
    const feed = this.#feeds.get(queue);
    if (isWatching) (feed ?? this.#open(queue, target)).wantedBy.add(target.id);
    else if (feed?.wantedBy.delete(target.id) && feed.wantedBy.size === 0) {
      this.#feeds.delete(queue);
      void feed.consumer.stop();
    }
  }

  /** How the queue of a target is doing; undefined when it names none, or another process reads it. */
  healthOf(target: TargetConfig): Readonly<QueueHealth> | undefined {
    return this.#feeds.get(queueOf(target) ?? "")?.consumer.health;
  }

  /** Ends what is being received. */
  async stop(): Promise<void> {
    const feeds = [...this.#feeds.values()];
    this.#feeds.clear();
    await Promise.all(feeds.map(({ consumer }) => consumer.stop()));
  }

  #open(queue: string, target: TargetConfig): Feed {
    const sharing = () => this.targets().filter((candidate) => queueOf(candidate) === queue);
    const [first = target] = sharing();
    const consumer = new QueueConsumer(new EventQueue(first, first.queueUrl ?? ""), (event) => {
      for (const each of sharing())
        if (event.account === each.account && event.region === each.region) this.deliver(each, event);
    });
    const feed = { consumer, wantedBy: new Set<string>() };
    this.#feeds.set(queue, feed);
    consumer.start();
    return feed;
  }
}

/** Which queue a target names: its region and URL, since an endpoint of one's own has one URL for all regions. */
function queueOf(target: TargetConfig): string | undefined {
  const { queueUrl } = target;
  return queueUrl === undefined ? undefined : `${queueRegion(queueUrl, target)} ${queueUrl}`;
}
