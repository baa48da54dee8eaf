import { responseError } from '../__testUtils__/responseError';
import {
  afterConnection,
  ConnectionHistory,
  noConnections,
} from './afterConnection';
import { ConnectionEnd } from './followOnce';

const refused: ConnectionEnd = {
  reason: 'failed',
  error: new Error('refused'),
};

/** What follows after each of these connections. */
const follow = (
  ends: ConnectionEnd[],
  before: ConnectionHistory = noConnections,
) => {
  let history = before;
  return ends.map(end => {
    const next = afterConnection(history, end);
    history = next.history;
    return { wait: next.wait, state: next.connection.state };
  });
};

describe('afterConnection', () => {
  it('waits longer and longer while connections fail, and is quick again after one that worked', () => {
    const worked: ConnectionEnd = { ...refused, usefulFor: 10_000 };
    expect(
      follow([...Array(7).fill(refused), worked, refused]).map(
        ({ wait }) => wait,
      ),
    ).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 1000, 2000]);
  });

  it('says what the backend said', () => {
    expect(afterConnection(noConnections, refused).connection).toEqual({
      state: 'broken',
      failure: { reason: 'failed', message: 'refused' },
    });
  });

  it.each([
    ['closed', { reason: 'closed' as const }],
    ['cut', refused],
  ])(
    'does not call it broken when one that worked is %s, unless the next fails',
    (_, end) => {
      const [first, second] = follow([
        { ...end, usefulFor: 3_600_000 },
        refused,
      ]);
      expect(first).toEqual({ wait: 1000, state: 'connecting' });
      expect(second.state).toBe('broken');
    },
  );

  it('polls after two connections that were eaten, and tries the stream less and less often', () => {
    expect(
      follow([
        { reason: 'silent' },
        { reason: 'closed' },
        { reason: 'silent' },
        refused,
      ]),
    ).toEqual([
      { wait: 1000, state: 'broken' },
      { wait: 60_000, state: 'polling' },
      { wait: 120_000, state: 'polling' },
      { wait: 240_000, state: 'polling' },
    ]);
  });

  it('does not poll when a connection in between showed that streams get through', () => {
    const states = follow([
      { reason: 'silent', usefulFor: 0 },
      { reason: 'closed', usefulFor: 60_000 },
      { reason: 'silent', usefulFor: 0 },
      { reason: 'silent', usefulFor: 60_000 },
    ]).map(({ state }) => state);

    expect(states).toEqual(['broken', 'connecting', 'broken', 'broken']);
  });

  it.each([404, 429, 501])(
    'polls at once where there is no stream for us (%d)',
    async statusCode => {
      const error = await responseError(statusCode, 'Error', 'No stream.');
      expect(follow([{ reason: 'failed', error }])).toEqual([
        { wait: 60_000, state: 'polling' },
      ]);
    },
  );
});
