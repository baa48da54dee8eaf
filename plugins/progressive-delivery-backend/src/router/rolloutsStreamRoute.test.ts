import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import express from 'express';
import { eventually } from '../clusters/watch/__testUtils__/eventually';
import { streamEvent } from '../rollouts/watch/StreamEvent';
import { Viewer } from '../rollouts/watch/EntityWatch';
import { rolloutsStreamRoute, StreamingLimits } from './rolloutsStreamRoute';

const target = streamEvent({
  type: 'target',
  target: 't',
  state: 'live',
  problems: [],
});

// Conditions are waited for, however busy the machine is.
jest.setTimeout(60_000);

describe('rolloutsStreamRoute', () => {
  let server: Server;
  let viewers: Set<Viewer>;
  let entity: Entity;
  let credentials: ReturnType<typeof mockCredentials.user> & {
    expiresAt?: Date;
  };
  const read = jest.fn();

  const noViewers = async () =>
    eventually(() => {
      if (viewers.size > 0) {
        throw new Error(`${viewers.size} are still looking`);
      }
    });
  const listen = async (streaming: Partial<StreamingLimits> = {}) => {
    const app = express();
    app.use(
      rolloutsStreamRoute({
        access: { read },
        httpAuth: mockServices.httpAuth.mock({
          credentials: (async () => credentials) as never,
        }),
        logger: mockServices.logger.mock(),
        rolloutWatch: {
          look: (_, viewer) => {
            viewers.add(viewer);
            viewer.send(target);
            viewer.send(streamEvent({ type: 'complete' }));
            return () => {
              viewers.delete(viewer);
            };
          },
        },
        streaming,
      }),
    );
    app.use(
      (
        error: Error & { statusCode?: number },
        _request: express.Request,
        response: express.Response,
        _next: express.NextFunction,
      ) => {
        response.status(error.statusCode ?? 500).json(error.message);
      },
    );
    server = createServer(app);
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  };
  const connect = async () => {
    const { port } = server.address() as AddressInfo;
    const controller = new AbortController();
    const response = await fetch(
      `http://127.0.0.1:${port}/entities/component/default/web/rollouts/stream`,
      { signal: controller.signal },
    );
    let text = '';
    let ended = false;
    const reading = (async () => {
      const decoder = new TextDecoder();
      for await (const chunk of response.body ?? []) {
        text += decoder.decode(chunk, { stream: true });
      }
      ended = true;
    })().catch(() => {});
    return {
      response,
      text: () => text,
      ended: () => ended,
      leave: async () => {
        controller.abort();
        await reading;
      },
    };
  };

  beforeEach(() => {
    viewers = new Set();
    entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'web', annotations: { 'argocd/app-name': 'web' } },
    };
    credentials = mockCredentials.user();
    read.mockReset();
    read.mockImplementation(async () => ({
      entity,
      entityRef: 'component:default/web',
    }));
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise(done => server.close(done));
    await noViewers();
  });

  it('sends events, for as long as the client stays', async () => {
    await listen();
    const stream = await connect();
    expect(stream.response.status).toBe(200);
    expect(stream.response.headers.get('content-type')).toBe(
      'text/event-stream',
    );
    expect(stream.response.headers.get('cache-control')).toContain(
      'no-transform',
    );
    await eventually(() =>
      expect(stream.text()).toBe(
        ': still here\n\ndata: {"type":"target","target":"t","state":"live","problems":[]}\n\ndata: {"type":"complete"}\n\n',
      ),
    );
    expect(viewers.size).toBe(1);
    await stream.leave();
    await eventually(() => expect(viewers.size).toBe(0));
  });

  it('keeps the connection alive', async () => {
    await listen({ heartbeat: 5 });
    const stream = await connect();
    await eventually(() =>
      expect(stream.text().split(': still here').length).toBeGreaterThan(3),
    );
  });

  it('looks again and again whether the caller may still see it', async () => {
    await listen({ authorizeEvery: 10 });
    const stream = await connect();
    await eventually(() => expect(read.mock.calls.length).toBeGreaterThan(3));
    expect(stream.ended()).toBe(false);
    read.mockRejectedValue(new NotAllowedError('no more'));
    await eventually(() => expect(stream.ended()).toBe(true));
    expect(viewers.size).toBe(0);
  });

  it('ends when the entity is delivered elsewhere', async () => {
    await listen({ authorizeEvery: 10 });
    const stream = await connect();
    entity = { ...entity, metadata: { ...entity.metadata, title: 'Web' } };
    await eventually(() => expect(read.mock.calls.length).toBeGreaterThan(3));
    expect(stream.ended()).toBe(false);
    entity = {
      ...entity,
      metadata: { name: 'web', annotations: { 'argocd/app-name': 'other' } },
    };
    await eventually(() => expect(stream.ended()).toBe(true));
  });

  it('ends with the token of the caller', async () => {
    await listen();
    credentials.expiresAt = new Date(Date.now() + 60_000);
    const long = await connect();
    credentials = mockCredentials.user();
    credentials.expiresAt = new Date(Date.now() + 30);
    const short = await connect();
    await eventually(() => expect(short.ended()).toBe(true));
    expect(long.ended()).toBe(false);
    await long.leave();
    await eventually(() => expect(viewers.size).toBe(0));
  });

  it('ends where there is nothing more to come', async () => {
    await listen();
    const stream = await connect();
    await eventually(() => expect(viewers.size).toBe(1));
    viewers.forEach(viewer => viewer.end());
    await eventually(() => expect(stream.ended()).toBe(true));
    await eventually(() => expect(viewers.size).toBe(0));
  });

  it('bounds the streams of a user, and counts those that have ended off', async () => {
    await listen({ perUser: 2 });
    const first = await connect();
    const second = await connect();
    const third = await connect();
    expect(third.response.status).toBe(429);
    await eventually(() => expect(third.text()).toMatch(/close some tabs/));

    credentials = mockCredentials.user('user:default/other');
    const other = await connect();
    expect(other.response.status).toBe(200);

    await first.leave();
    credentials = mockCredentials.user();
    await eventually(async () => {
      const again = await connect();
      expect(again.response.status).toBe(200);
      await again.leave();
    });
    await second.leave();
    await other.leave();
    await eventually(() => expect(viewers.size).toBe(0));
  });

  it('is refused to who may not see the entity', async () => {
    await listen();
    read.mockRejectedValue(new NotAllowedError('not yours'));
    const stream = await connect();
    expect(stream.response.status).toBe(500);
    expect(viewers.size).toBe(0);
  });
});
