import { ServerResponse } from 'node:http';
import { HOST_LIMITS } from './gitHosts/askHost';
import { HostStage } from './__testUtils__/HostStage';
import { hostScenes } from './__testUtils__/hostScenes';

// Each step is a few processes of git, which take their time on a busy machine.
jest.setTimeout(120_000);

const LATE = { id: 'timedOut', parameters: { seconds: 0.5 } };

/** With a code, where the connection broke at once. */
const UNREACHABLE = { id: expect.stringMatching(/^unreachable(With)?$/) };

describe.each(hostScenes)('$name', ({ rateLimits, start }) => {
  let stage: HostStage;

  beforeAll(async () => {
    stage = await HostStage.start(start);
  });

  beforeEach(() => stage.clear());

  afterAll(() => stage.stop());

  describe('says why it does nothing:', () => {
    it('the account may not', async () => {
      await stage.publish();
      expect(
        await stage.scene.host('reader').open(stage.request()),
      ).toMatchObject({
        outcome: 'forbidden',
      });
    });

    it('its token was revoked', async () => {
      const revoked = stage.scene.host('revoked');
      for (const result of [
        await revoked.open(stage.request()),
        await revoked.find(stage.search()),
      ]) {
        expect(result).toMatchObject({
          outcome: 'unauthorized',
          because: 'rejected',
        });
      }
    });

    it('there is no such repository', async () => {
      const missing = stage.repository.replace(/[^/]+$/, 'missing.git');
      for (const result of [
        await stage.host.open({ ...stage.request(), repository: missing }),
        await stage.host.find(stage.search({ repository: missing })),
        await stage.host.access({ repository: missing }),
      ]) {
        expect(result).toMatchObject({ outcome: 'notFound' });
      }
    });

    it.each(rateLimits)(
      'there were too many requests, and until when (%s)',
      async kind => {
        const { lift, seconds } = stage.scene.limitRate(kind);
        try {
          for (const result of [
            await stage.host.find(stage.search()),
            await stage.host.open(stage.request()),
          ]) {
            expect(result).toMatchObject({ outcome: 'rateLimited' });
            const { until } = result as { until: string };
            const wait = (Date.parse(until) - Date.now()) / 1000;
            expect(Math.abs(wait - seconds)).toBeLessThan(5);
          }
        } finally {
          lift();
        }
        expect(await stage.host.find(stage.search())).toMatchObject({
          outcome: 'found',
        });
      },
    );
  });

  describe('is not there for us, and no error of ours, where', () => {
    const json = { 'Content-Type': 'application/json' };
    const faults: [string, (response: ServerResponse) => void, object][] = [
      [
        'it fails',
        response =>
          response
            .writeHead(502, json)
            .end('{"message":"the database is locked"}'),
        { id: 'answeredWith', parameters: { status: 502 } },
      ],
      [
        'something in between answers with a page',
        response =>
          response
            .writeHead(200, { 'Content-Type': 'text/html' })
            .end('<html>sign in</html>'),
        { id: 'unreadable', parameters: {} },
      ],
      [
        'it answers with JSON of another kind',
        response => response.writeHead(200, json).end('{"data": [{}]}'),
        { id: 'unreadable', parameters: {} },
      ],
      [
        'it answers with half of it',
        response => {
          response.writeHead(200, { ...json, 'Content-Length': '1000' });
          response.write('{"data":');
          setTimeout(() => response.destroy(), 50);
        },
        UNREACHABLE,
      ],
      [
        'it answers without end',
        response => {
          response.writeHead(200, json);
          const more = () => {
            while (!response.destroyed && response.write(' '.repeat(65_536)));
          };
          response.on('drain', more);
          more();
        },
        { id: 'tooLarge', parameters: { bytes: HOST_LIMITS.bytes } },
      ],
      ['it does not answer', () => {}, LATE],
      [
        'it begins to answer',
        response => {
          response.writeHead(200, json);
          response.write('{');
        },
        LATE,
      ],
      [
        'it sends us elsewhere',
        response =>
          response
            .writeHead(301, { ...json, Location: 'http://127.0.0.1:1/' })
            .end(),
        { id: 'redirected', parameters: {} },
      ],
      ['it breaks the connection', response => response.destroy(), UNREACHABLE],
    ];

    it.each(faults)('%s', async (_, answer, because) => {
      const limits = because === LATE ? { milliseconds: 500 } : {};
      const asked = stage.scene.host('bot', limits);
      stage.scene.gate.answer = answer;
      for (const result of [
        await asked.find(stage.search()),
        await asked.open(stage.request()),
        await asked.access(stage),
      ]) {
        expect(result).toMatchObject({ outcome: 'unavailable', because });
      }
    });

    it('our credentials are quoted, which are not handed on', async () => {
      const [secret] = stage.scene.secrets;
      for (const status of [401, 403, 404, 422, 500]) {
        stage.scene.gate.answer = (response, { headers }) =>
          response.writeHead(status, json).end(
            JSON.stringify({
              message: `No: ${secret}`,
              errors: [{ message: String(headers.authorization) }],
            }),
          );
        const result = await stage.host.access(stage);
        expect(result).toMatchObject({
          said: expect.stringMatching(/^No: /),
        });
        for (const each of stage.scene.secrets) {
          expect(JSON.stringify(result)).not.toContain(each);
        }
      }
    });
  });

  it('is not asked about an address that is none of its repositories', async () => {
    await expect(
      stage.find({ repository: `${stage.scene.gate.url}/gitops.git` }),
    ).rejects.toThrow(/is not the address of a repository/);
  });
});
