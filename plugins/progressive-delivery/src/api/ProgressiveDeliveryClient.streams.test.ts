/**
 * @jest-environment node
 */
import { ServerResponse } from 'node:http';
import { RolloutStreamMessage } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { AskedBackend } from '../__testUtils__/AskedBackend';
import { comparison } from '../__testUtils__/comparison';
import { CONTROLLERS_SWITCH } from '../__testUtils__/deliveryTarget';
import { pausedRollout } from '../__testUtils__/rolloutStatus';
import { ProgressiveDeliveryClient } from './ProgressiveDeliveryClient';

const entity = {
  kind: 'Component',
  namespace: 'default',
  name: 'agents-controllers',
};
const reference = { entity, target: 'main.argocd.agents/eu' };

describe('ProgressiveDeliveryClient', () => {
  let backend: AskedBackend;
  let client: ProgressiveDeliveryClient;

  beforeAll(async () => {
    backend = await AskedBackend.start();
    client = backend.client();
  });
  afterAll(() => backend.stop());
  afterEach(() => {
    backend.answerStream = undefined;
  });

  describe('told the stages of a comparison', () => {
    const change = { switch: CONTROLLERS_SWITCH, enabled: true };
    const compare = async () => {
      const stages: string[] = [];
      const result = await client
        .getComparison(reference, change, {
          onStage: stage => stages.push(stage),
        })
        .catch((error: Error) => error);
      return { stages, result };
    };
    const stream = (...messages: object[]) => {
      backend.answerStream = response => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.end(
          messages
            .map(message => `data: ${JSON.stringify(message)}\n\n`)
            .join(''),
        );
      };
    };

    it('answers with what comes last, and passes over what it does not know', async () => {
      stream(
        { type: 'stage', stage: 'reading' },
        { type: 'of a later version' },
        { type: 'stage', stage: 'rendering' },
        { type: 'comparison', comparison },
      );
      expect(await compare()).toEqual({
        stages: ['reading', 'rendering'],
        result: comparison,
      });
    });

    it('fails as an error that was not streamed does', async () => {
      const error = { name: 'ConflictError', message: 'It moved', problem: {} };
      stream(
        { type: 'stage', stage: 'reading' },
        { type: 'failed', error, response: { statusCode: 409 } },
      );
      expect((await compare()).result).toMatchObject({
        name: 'ResponseError',
        statusCode: 409,
        body: { error },
        cause: { name: 'ConflictError', message: 'It moved' },
      });
    });

    it('says so where the stream ends before', async () => {
      stream({ type: 'stage', stage: 'reading' });
      expect((await compare()).result).toMatchObject({
        problem: { id: 'backendUnreadable' },
      });
    });

    it('is told none by an earlier backend, and answers all the same', async () => {
      backend.answer = { status: 200, body: comparison };
      expect(await compare()).toEqual({ stages: [], result: comparison });
    });
  });

  describe('streaming', () => {
    const messages: RolloutStreamMessage[] = [
      { type: 'target', target: 'eu', state: 'live', problems: [] },
      { type: 'workload', target: 'eu', status: pausedRollout },
      { type: 'complete' },
    ];
    let gone: Promise<void>;

    const stream = (write: (response: ServerResponse) => void) => {
      backend.answerStream = response => {
        gone = new Promise(resolve => response.once('close', resolve));
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        write(response);
      };
    };

    it('hands on what comes as it comes, with signs of life', async () => {
      let response: ServerResponse | undefined;
      stream(opened => {
        response = opened;
        opened.write(': heartbeat\n\n');
      });
      const batches = (await client.streamRollouts(entity))[
        Symbol.asyncIterator
      ]();
      expect(backend.asked.url).toBe(
        '/api/progressive-delivery/v1/entities/component/default/agents-controllers/rollouts/stream',
      );
      await expect(batches.next()).resolves.toEqual({ done: false, value: [] });

      response?.write(
        messages
          .map(message => `data: ${JSON.stringify(message)}\n\n`)
          .join(''),
      );
      await expect(batches.next()).resolves.toEqual({
        done: false,
        value: messages,
      });

      response?.end();
      await expect(batches.next()).resolves.toMatchObject({ done: true });
    });

    it('ends the request when nobody reads on', async () => {
      stream(response => response.write(':\n\n'));
      for await (const batch of await client.streamRollouts(entity)) {
        expect(batch).toEqual([]);
        break;
      }

      await gone;
    });

    it('gives up when it is told to', async () => {
      stream(response => response.write(':\n\n'));
      const request = new AbortController();
      const batches = await client.streamRollouts(entity, {
        signal: request.signal,
      });
      request.abort();

      await expect(
        batches[Symbol.asyncIterator]().next(),
      ).rejects.toMatchObject({ name: 'AbortError' });
      await gone;
    });

    it('passes over messages of a later version', async () => {
      stream(response =>
        response.write(
          'data: {"type":"newer"}\n\ndata: {"type":"complete"}\n\n',
        ),
      );
      const batches = await client.streamRollouts(entity);

      await expect(batches[Symbol.asyncIterator]().next()).resolves.toEqual({
        done: false,
        value: [{ type: 'complete' }],
      });
    });

    it('says so when it cannot read a message, and reads no further', async () => {
      stream(response => response.write('data: {"type":"compl\n\n'));
      const batches = await client.streamRollouts(entity);

      await expect(batches[Symbol.asyncIterator]().next()).rejects.toThrow(
        /not one that this page can read.*different versions/,
      );
      await gone;
    });

    it('says so when something else answers', async () => {
      backend.answer = { status: 200, body: 'Sign in' };

      await expect(client.streamRollouts(entity)).rejects.toThrow(
        /is not a stream of events/,
      );
    });
  });
});
