import { monitorEventLoopDelay } from 'node:perf_hooks';
import { WorkerPool } from '../../processes/WorkerPool';
import { ManifestReader } from './ManifestReader';

const pool = WorkerPool.create({ threads: 1 });
const create = () => ManifestReader.create({ mostObjects: 5_000, pool });
const FROM = { file: 'helm template' };
const read = (text: string) => create().read(Buffer.from(text), FROM);

const object = (name: string, more = '') =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n${more}`;

// A thread that reads TypeScript takes its time to start.
jest.setTimeout(60_000);

describe('ManifestReader', () => {
  afterAll(() => pool.close());

  it('takes a stream apart as YAML does', async () => {
    const manifests = await read(
      [
        '---',
        '# nothing',
        `---\r\n${object('a').replaceAll('\n', '\r\n')}---`,
        `${object(
          'b',
          'data:\n  text: |\n    ---\n    no end\n  ---x: 1\n',
        )}...`,
        `--- ${JSON.stringify({
          apiVersion: 'v1',
          kind: 'List',
          items: [
            { apiVersion: 'v1', kind: 'A', metadata: { name: 'c' } },
            { apiVersion: 'v1', kind: 'B', metadata: { name: 'd' } },
          ],
        })}`,
        '---',
        '',
      ].join('\n'),
    );
    expect(manifests.map(({ metadata }) => metadata.name)).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
    expect(manifests[1].data).toEqual({ text: '---\nno end\n', '---x': 1 });
  });

  it('reads directives, which belong to the document after them', async () => {
    expect(
      await read(
        `%YAML 1.1\n---\n${object('a')}...\n%YAML 1.1\n---\n${object('b')}`,
      ),
    ).toHaveLength(2);
  });

  it('gives the same object for the same document', async () => {
    const reader = create();
    const [first] = await reader.read(Buffer.from(object('a')), FROM);
    const [, again] = await reader.read(
      Buffer.from(`${object('b')}---\n${object('a')}`),
      FROM,
    );
    expect(again).toBe(first);
  });

  it.each([
    ['a: [', /not valid YAML/],
    ['just text', /not a Kubernetes object/],
    ['kind: A\nmetadata: {}\n', /apiVersion: .*expected string/],
    [`---\n${object('a')}`.repeat(5_001), /more than 5,000 objects/],
    [
      `apiVersion: v1\nkind: List\nitems:\n${'- {apiVersion: v1, kind: A, metadata: {name: a}}\n'.repeat(
        5_001,
      )}`,
      /more than 5,000 objects/,
    ],
  ])('refuses what is none', async (output, message) => {
    await expect(read(output)).rejects.toThrow(message);
  });

  it('stops when nobody wants the result any more', async () => {
    const controller = new AbortController();
    const reading = create().read(
      Buffer.from(
        Array.from({ length: 4_000 }, (_, index) =>
          object(`a-${index}`, `data: { text: ${'x'.repeat(500)} }\n`),
        ).join('---\n'),
      ),
      { ...FROM, signal: controller.signal },
    );
    controller.abort(new Error('gone'));
    await expect(reading).rejects.toThrow('gone');
  });

  describe('of a document that takes long to parse', () => {
    const lines = (count: number) =>
      Array.from(
        { length: count },
        (_, index) => `  - { name: item-${index}, enabled: yes, 1: [a, b] }\n`,
      ).join('');
    const large = `${object('large')}items:\n${lines(8_000)}`;

    it('reads the same as of a small one, in its place', async () => {
      const manifests = await read(
        [object('a'), large, object('b')].join('---\n'),
      );
      expect(manifests.map(({ metadata }) => metadata.name)).toEqual([
        'a',
        'large',
        'b',
      ]);
      const [small] = await read(`${object('large')}items:\n${lines(1)}`);
      const items = manifests[1].items as unknown[];
      expect(items).toHaveLength(8_000);
      expect(items[0]).toEqual((small.items as unknown[])[0]);
    });

    it('leaves the event loop alone', async () => {
      await read(large);
      const huge = Buffer.from(`${object('huge')}items:\n${lines(40_000)}`);
      const started = performance.now();
      const delay = monitorEventLoopDelay({ resolution: 5 });
      delay.enable();
      await create().read(huge, FROM);
      delay.disable();
      expect(delay.max / 1e6).toBeLessThan((performance.now() - started) / 2);
    });

    it.each([
      [`${large}  : [`, /not valid YAML/],
      [large.replace('apiVersion: v1\n', ''), /apiVersion: .*expected string/],
    ])('refuses what is none', async (output, message) => {
      await expect(read(output)).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringMatching(message),
      });
    });

    it('stops when nobody wants the result any more', async () => {
      const controller = new AbortController();
      const reading = create().read(Buffer.from(large), {
        ...FROM,
        signal: controller.signal,
      });
      controller.abort(new Error('gone'));
      await expect(reading).rejects.toThrow('gone');
    });
  });
});
