import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { ConflictError } from '@backstage/errors';
import { mockServices } from '@backstage/backend-test-utils';
import { Comparison } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { problemError } from '@progressive-delivery/engine';
import express from 'express';
import request from 'supertest';
import { eventually } from '../../clusters/watch/__testUtils__/eventually';
import { streamComparison } from './streamComparison';

// Conditions are waited for, however busy the machine is.
jest.setTimeout(60_000);

const comparison: Comparison = {
  target: 'main.argocd.agents',
  switch: 'progressiveDelivery.enabled',
  enabled: true,
  digest: 'd',
  profile: { id: 'p', helm: 'v4.2.3', apiVersions: [] },
  base: {
    repository: 'https://git.example.com/a',
    branch: 'main',
    commit: 'c',
  },
  summary: '',
  sentences: [],
  alreadySet: false,
  masked: true,
  changes: [],
  unstable: [],
  unchanged: 0,
};

/** What is streamed of a comparison, message by message. */
const streamed = async (
  compare: Parameters<typeof streamComparison>[2],
): Promise<unknown[]> => {
  const app = express();
  app.get('/', (_request, response) =>
    streamComparison(response, { logger: mockServices.logger.mock() }, compare),
  );
  const { text } = await request(app).get('/').expect(200);
  return text
    .trim()
    .split('\n\n')
    .map(each => JSON.parse(each.slice('data: '.length)));
};

describe('streamComparison', () => {
  it('tells the stages, and then the comparison', async () => {
    expect(
      await streamed(async onStage => {
        onStage('rendering');
        onStage('checking');
        return comparison;
      }),
    ).toEqual([
      { type: 'stage', stage: 'reading' },
      { type: 'stage', stage: 'rendering' },
      { type: 'stage', stage: 'checking' },
      { type: 'comparison', comparison },
    ]);
  });

  it('tells at last why there is none, with its status and its id', async () => {
    const parameters = { branch: 'main', repository: 'r' };
    const [, , failed] = await streamed(async onStage => {
      onStage('rendering');
      throw problemError(ConflictError, { id: 'baseGone', parameters });
    });
    expect(failed).toMatchObject({
      type: 'failed',
      error: {
        name: 'ConflictError',
        message: expect.stringMatching(/^Branch main of r/),
        problem: { id: 'baseGone', parameters },
      },
      response: { statusCode: 409 },
    });
  });

  describe('on its way', () => {
    let server: Server;
    let end: () => void;

    const listen = async (heartbeat?: number) => {
      const logger = mockServices.logger.mock();
      const app = express();
      const config = mockServices.rootConfig();
      app.use(MiddlewareFactory.create({ config, logger }).compression());
      app.get('/', (_request, response) =>
        streamComparison(response, { logger, heartbeat }, async onStage => {
          onStage('rendering');
          await new Promise<void>(resolve => {
            end = resolve;
          });
          return comparison;
        }),
      );
      server = createServer(app);
      await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    };
    /** What has arrived of it so far. */
    const connect = async () => {
      const { port } = server.address() as AddressInfo;
      const { body, headers } = await fetch(`http://127.0.0.1:${port}`);
      const arrived = { text: '', encoding: headers.get('content-encoding') };
      const reading = (async () => {
        const decoder = new TextDecoder();
        for await (const chunk of body ?? []) {
          arrived.text += decoder.decode(chunk, { stream: true });
        }
      })();
      return { arrived, reading };
    };
    afterEach(async () => {
      server.closeAllConnections();
      await new Promise(done => server.close(done));
    });

    it('is compressed, and tells each stage as it begins', async () => {
      await listen();
      const { arrived, reading } = await connect();
      await eventually(() => expect(arrived.text).toContain('rendering'));
      expect(arrived.encoding).toBe('gzip');
      end();
      await reading;
      expect(arrived.text).toContain('"type":"comparison"');
    });

    it('keeps the connection alive while a stage takes long', async () => {
      await listen(5);
      const { arrived, reading } = await connect();
      await eventually(() =>
        expect(arrived.text.split(': still here').length).toBeGreaterThan(3),
      );
      end();
      await reading;
    });
  });
});
