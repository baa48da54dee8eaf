import { ClientRequest, IncomingMessage, request } from 'node:http';
import { z } from 'zod/v4';
import { ResponseError } from '../../../running/ResponseError';

/** Of a message, all that is measured by. */
const messageSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('target'),
    state: z.enum(['live', 'stale']),
    observedAt: z.string().optional(),
  }),
  z.object({
    type: z.literal('workload'),
    status: z.object({
      name: z.string(),
      replicas: z.object({ current: z.number() }),
    }),
  }),
  z.object({ type: z.literal('gone') }),
  z.object({ type: z.literal('complete') }),
]);

/** What a viewer is shown. */
export type ShownMessage = z.output<typeof messageSchema>;

export interface ViewerOptions {
  /** The backend's. */
  url: string;
  token: string;
  /** Name of the component. */
  component: string;
  /** Told each message, and when it came, in milliseconds as `performance.now` gives them. */
  onMessage?: (message: ShownMessage, at: number) => void;
}

/** Somebody who looks at a component's rollouts: one connection to the stream, read as the app reads it. */
export class Viewer {
  /** Resolves when everything that there is has been told. */
  static async open(options: ViewerOptions): Promise<Viewer> {
    const viewer = new Viewer(options);
    await viewer.complete;
    return viewer;
  }

  /** How far what is shown is said to be trusted. */
  state: 'live' | 'stale' | undefined;
  /** `status.replicas.current` of each Rollout that is shown. */
  readonly shown = new Map<string, number>();
  /** Bytes so far. */
  bytes = 0;
  private readonly complete: Promise<void>;
  private readonly request: ClientRequest;
  private rest = '';

  private constructor(private readonly options: ViewerOptions) {
    const { component, token, url } = options;
    this.request = request(
      `${url}/api/progressive-delivery/v1/entities/component/default/${component}/rollouts/stream`,
      {
        agent: false,
        headers: {
          accept: 'text/event-stream',
          authorization: `Bearer ${token}`,
        },
      },
    );
    this.complete = new Promise((resolve, reject) => {
      this.request.on('error', reject);
      this.request.on('response', (response: IncomingMessage) => {
        response.setEncoding('utf8');
        response.on('error', reject);
        response.on('data', (text: string) => this.read(text, resolve));
        response.on('end', () =>
          reject(
            new ResponseError(
              `The stream ended (${response.statusCode}): ${this.rest}`,
            ),
          ),
        );
      });
      this.request.end();
    });
  }

  close(): void {
    this.request.destroy();
  }

  private read(text: string, onComplete: () => void): void {
    const at = performance.now();
    this.bytes += Buffer.byteLength(text);
    const events = (this.rest + text).split('\n\n');
    this.rest = events.pop() ?? '';
    for (const event of events) {
      if (event.startsWith('data: ')) {
        const message = messageSchema.parse(JSON.parse(event.slice(6)));
        switch (message.type) {
          case 'target':
            this.state = message.state;
            break;
          case 'workload':
            this.shown.set(
              message.status.name,
              message.status.replicas.current,
            );
            break;
          case 'complete':
            onComplete();
            break;
          default:
        }
        this.options.onMessage?.(message, at);
      }
    }
  }
}
