import { ManifestReader } from './ManifestReader';

const read = (text: string) =>
  ManifestReader.create({ mostObjects: 5_000 }).read(Buffer.from(text));

const object = (name: string, more = '') =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n${more}`;

describe('ManifestReader', () => {
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
    const reader = ManifestReader.create({ mostObjects: 5_000 });
    const [first] = await reader.read(Buffer.from(object('a')));
    const [, again] = await reader.read(
      Buffer.from(`${object('b')}---\n${object('a')}`),
    );
    expect(again).toBe(first);
  });

  it.each([
    ['a: [', /not valid YAML/],
    ['just text', /no Kubernetes object/],
    ['kind: A\nmetadata: {}\n', /apiVersion: .*expected string/],
    [`---\n${object('a')}`.repeat(5_001), /more than 5000 objects/],
    [
      `apiVersion: v1\nkind: List\nitems:\n${'- {apiVersion: v1, kind: A, metadata: {name: a}}\n'.repeat(
        5_001,
      )}`,
      /more than 5000 objects/,
    ],
  ])('refuses what is none', async (output, message) => {
    await expect(read(output)).rejects.toThrow(message);
  });

  it('stops when nobody wants the result any more', async () => {
    const controller = new AbortController();
    const reading = ManifestReader.create({ mostObjects: 5_000 }).read(
      Buffer.from(
        Array.from({ length: 4_000 }, (_, index) =>
          object(`a-${index}`, `data: { text: ${'x'.repeat(500)} }\n`),
        ).join('---\n'),
      ),
      { signal: controller.signal },
    );
    controller.abort(new Error('gone'));
    await expect(reading).rejects.toThrow('gone');
  });
});
