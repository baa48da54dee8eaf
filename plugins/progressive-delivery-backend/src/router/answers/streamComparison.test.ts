import { ConflictError } from '@backstage/errors';
import { mockServices } from '@backstage/backend-test-utils';
import { Comparison } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { problemError } from '@progressive-delivery/engine';
import express from 'express';
import request from 'supertest';
import { streamComparison } from './streamComparison';

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
});
