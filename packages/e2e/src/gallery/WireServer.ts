import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { once } from 'node:events';
import { AddressInfo } from 'node:net';
import {
  ComparisonMessage,
  FleetResponse,
  RolloutStreamMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import type { Page } from 'playwright-core';
import { Answer, GalleryState } from './GalleryState';
import { documentPage, fleetPage } from './wire/pagesOf';
import { streamOf } from './wire/targetWith';

const FLEET = '/api/progressive-delivery/v1/fleet';

const ROUTE =
  /^\/api\/progressive-delivery\/v1\/entities\/component\/default\/([a-z0-9-]+)\/(rollouts\/stream|targets(?:\/[^/]+\/(comparison|comparison\/documents|proposals|charts|charts\/[^/]+\/preparation|rollouts|rollouts\/[^/]+\/[^/]+\/[a-z-]+))?)$/;

/** Answers as our backend does, for each component with the state of its name. */
export class WireServer {
  static async start(states: readonly GalleryState[]): Promise<WireServer> {
    const server = new WireServer(
      new Map(states.map(state => [state.id, state])),
    );
    server.http.listen(0, '127.0.0.1');
    await once(server.http, 'listening');
    return server;
  }

  private readonly streams = new Set<ServerResponse>();
  private readonly http: Server = createServer((request, response) =>
    this.answer(request, response),
  );

  private constructor(private readonly states: Map<string, GalleryState>) {}

  /** All components are one page, which has the state that is shown. */
  private shown: GalleryState | undefined;
  private fleetAsked = false;
  private streamAsked = false;

  /** From the beginning. */
  show(state: GalleryState): void {
    this.shown = state;
    this.fleetAsked = false;
    this.streamAsked = false;
  }

  /** Tells all who listen to a stream. */
  tell(message: RolloutStreamMessage): void {
    for (const stream of this.streams) {
      stream.write(eventOf(message));
    }
  }

  /** Answers what a page asks of our backend, in its place. */
  async answerFor(page: Page): Promise<void> {
    const { port } = this.http.address() as AddressInfo;
    await page.route('**/api/progressive-delivery/**', route => {
      const { pathname, search } = new URL(route.request().url());
      return route.continue({
        url: `http://127.0.0.1:${port}${pathname}${search}`,
      });
    });
  }

  async stop(): Promise<void> {
    this.http.closeAllConnections();
    this.http.close();
    await once(this.http, 'close');
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const { pathname, searchParams } = new URL(
      request.url ?? '/',
      'http://localhost',
    );
    if (pathname === FLEET) {
      send(response, fleetPage(this.fleet(), searchParams));
      return;
    }
    const [, id, what, ofTarget] = ROUTE.exec(pathname) ?? [];
    const state = this.states.get(id);
    if (!state) {
      send(response, {
        status: 404,
        error: { name: 'NotFoundError', message: `There is no ${pathname}` },
      });
    } else if (what === 'rollouts/stream') {
      this.stream(response, state);
    } else if (ofTarget === 'comparison' && state.stage) {
      response
        .writeHead(200, { 'content-type': 'text/event-stream' })
        .write(eventOf({ type: 'stage', stage: state.stage }));
    } else if (ofTarget === 'comparison') {
      send(response, state.comparison ?? 'never');
    } else if (ofTarget === 'comparison/documents') {
      send(response, {
        body: documentPage(state.documents ?? [], searchParams),
      });
    } else if (ofTarget === 'proposals' && request.method === 'POST') {
      send(response, state.proposing ?? 'never');
    } else if (ofTarget === 'proposals') {
      send(response, state.proposals ?? { body: { proposals: [] } });
    } else if (ofTarget === 'charts') {
      send(response, state.charts ?? { body: { charts: [] } });
    } else if (ofTarget?.endsWith('/preparation')) {
      send(response, state.preparation ?? 'never');
    } else if (ofTarget?.endsWith('/manifest')) {
      send(response, state.manifest ?? 'never');
    } else if (ofTarget === 'rollouts') {
      send(response, 'never');
    } else if (ofTarget?.startsWith('rollouts/')) {
      send(response, state.acting ?? 'never');
    } else {
      send(response, state.targets);
    }
  }

  private fleet(): Answer<FleetResponse> {
    const { fleet = 'never', fleetLater = fleet } = this.shown ?? {};
    const answer = this.fleetAsked ? fleetLater : fleet;
    this.fleetAsked = true;
    return answer;
  }

  /** It stays open, as that of a backend does, unless it breaks. */
  private stream(
    response: ServerResponse,
    { rollouts: answer = { body: streamOf([]) }, streamBreaks }: GalleryState,
  ): void {
    if (answer === 'never' || 'error' in answer) {
      send(response, answer);
      return;
    }
    if (streamBreaks && this.streamAsked) {
      send(response, {
        status: 503,
        error: {
          name: 'ServiceUnavailableError',
          message: 'The backend is being restarted',
        },
      });
      return;
    }
    this.streamAsked = true;
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const message of answer.body) {
      response.write(eventOf(message));
    }
    if (streamBreaks) {
      response.end();
      return;
    }
    this.streams.add(response);
    response.once('close', () => this.streams.delete(response));
  }
}

function send(response: ServerResponse, answer: Answer<unknown>): void {
  if (answer === 'never') {
    return;
  }
  if ('error' in answer) {
    response
      .writeHead(answer.status, { 'content-type': 'application/json' })
      .end(
        JSON.stringify({
          error: answer.error,
          response: { statusCode: answer.status },
        }),
      );
  } else {
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify(answer.body));
  }
}

function eventOf(message: RolloutStreamMessage | ComparisonMessage): string {
  return `data: ${JSON.stringify(message)}\n\n`;
}
