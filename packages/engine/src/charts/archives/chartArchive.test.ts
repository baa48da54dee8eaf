import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { Header, pack } from 'tar-stream';
import { HelmCharts } from '../__testUtils__/HelmCharts';
import { packChart, unpackChart } from './chartArchive';

type Entry = [
  header: Partial<Header> & { name: string },
  content?: string | Buffer,
];

/** A gzipped tar file of these entries, whatever they are. */
async function archive(...entries: Entry[]): Promise<Buffer> {
  const tar = pack();
  for (const [header, content = ''] of entries) {
    tar.entry(header, content);
  }
  tar.finalize();
  return gzipSync(await buffer(tar));
}

const CHART: Entry = [{ name: 'web/Chart.yaml' }, 'name: web\n'];

const unpack = (content: Buffer) => unpackChart(content, 'the archive');

// Archives of many MiB are packed.
jest.setTimeout(30_000);

describe('unpackChart', () => {
  const charts = HelmCharts.create();

  afterAll(() => charts.remove());

  it('reads what helm packs, charts in it included', async () => {
    const inner = charts.write('inner', '1.0.0');
    const packed = charts.package(inner).content;
    const outer = charts.write('outer', '1.0.0');
    const files = await unpack(charts.package(outer).content);
    expect(files.get('values.yaml')?.toString()).toBe(
      'progressiveDelivery:\n  enabled: false\n',
    );

    // As a repository can have it that was not made by helm.
    const nested = await unpack(
      await archive(CHART, [{ name: 'web/charts/inner-1.0.0.tgz' }, packed]),
    );
    expect(Array.from(nested.keys()).sort()).toEqual([
      'Chart.yaml',
      'charts/inner-1.0.0/Chart.yaml',
      'charts/inner-1.0.0/templates/configmap.yaml',
      'charts/inner-1.0.0/values.yaml',
    ]);
  });

  it('reads long paths', async () => {
    const path = `${'directory/'.repeat(30)}file`;
    const files = await unpack(
      await archive(CHART, [{ name: `web/${path}` }, 'content']),
    );
    expect(files.get(path)?.toString()).toBe('content');
  });

  it('is read by helm as it was packed again', async () => {
    const { content } = charts.package(charts.write('web', '1.0.0'));
    const again = await packChart('web', await unpack(content));
    expect(await unpack(again)).toEqual(await unpack(content));
    const file = join(charts.directory, 'again.tgz');
    await writeFile(file, again);
    expect(charts.helm('template', 'r', file)).toContain('name: r-web');
  });

  it.each<[string, Entry]>([
    ['../ at the beginning', [{ name: '../web/a' }]],
    ['../ inside', [{ name: 'web/../../a' }]],
    ['an absolute path', [{ name: '/etc/passwd' }]],
    ['an absolute path below the chart', [{ name: 'web//etc/passwd' }]],
    ['a path of another system', [{ name: 'web\\..\\a' }]],
    ['a drive', [{ name: 'web/c:/a' }]],
    ['a line break', [{ name: 'web/a\nb' }]],
  ])('refuses %s', async (_, entry) => {
    await expect(unpack(await archive(CHART, entry))).rejects.toThrow(
      /^Cannot preview: the archive holds .*, which leads out of it or could be taken to$/,
    );
  });

  it.each<[string, Entry, RegExp]>([
    [
      'a symbolic link',
      [{ name: 'web/a', type: 'symlink', linkname: '/etc/passwd' }],
      /holds "web\/a", which is a link/,
    ],
    [
      'a symbolic link for a directory',
      [{ name: 'web/templates', type: 'symlink', linkname: '..' }],
      /holds "web\/templates", which is a link/,
    ],
    [
      'a hard link',
      [{ name: 'web/a', type: 'link', linkname: 'web/Chart.yaml' }],
      /which is a link/,
    ],
    [
      'a device',
      [{ name: 'web/a', type: 'character-device' }],
      /which is not a regular file/,
    ],
    [
      'a pipe',
      [{ name: 'web/a', type: 'fifo' }],
      /which is not a regular file/,
    ],
    ['a file twice', CHART, /holds "Chart.yaml" twice/],
    [
      'a second directory',
      [{ name: 'other/Chart.yaml' }],
      /holds more than one directory/,
    ],
    [
      'a file beside the directory',
      [{ name: 'web' }],
      /holds "web" beside the chart's directory/,
    ],
    [
      'a file that is too large',
      [{ name: 'web/a' }, Buffer.alloc(33 * 1024 * 1024)],
      /more than 5,000 files or 33,554,432 bytes/,
    ],
    [
      'a bomb',
      [{ name: 'web/a' }, Buffer.alloc(64 * 1024 * 1024)],
      /is larger than 33,554,432 bytes when it is unpacked/,
    ],
  ])('refuses %s', async (_, entry, reason) => {
    await expect(unpack(await archive(CHART, entry))).rejects.toThrow(reason);
  });

  it('refuses more files than a chart has', async () => {
    const many = Array.from(
      { length: 5_001 },
      (_, index): Entry => [{ name: `web/${index}` }],
    );
    await expect(unpack(await archive(...many))).rejects.toThrow(
      /more than 5,000 files/,
    );
  });

  it('refuses charts packed in charts without end, and bombs in them', async () => {
    let packed = await archive(CHART);
    for (let depth = 0; depth < 6; depth++) {
      packed = await archive(CHART, [{ name: 'web/charts/a.tgz' }, packed]);
    }
    await expect(unpack(packed)).rejects.toThrow(
      /Charts are packed more than 4 deep/,
    );
    const half = await archive([
      { name: 'web/a' },
      Buffer.alloc(20 * 1024 * 1024),
    ]);
    await expect(
      unpack(
        await archive(
          CHART,
          [{ name: 'web/charts/a.tgz' }, half],
          [{ name: 'web/charts/b.tgz' }, half],
        ),
      ),
    ).rejects.toThrow(/the archive: charts\/b\.tgz .*(bytes|unpacked)/);
  });

  it.each([
    ['no gzip file', Buffer.from('text'), /is not a gzip archive/],
    ['no tar file', gzipSync(Buffer.alloc(1024, 1)), /is not a tar archive/],
  ])('refuses %s', async (_, content, reason) => {
    await expect(unpack(content)).rejects.toThrow(reason);
  });

  it('refuses what is cut off', async () => {
    const whole = await archive(CHART, [{ name: 'web/a' }, 'a'.repeat(9_999)]);
    await expect(unpack(whole.subarray(0, whole.length - 20))).rejects.toThrow(
      /is not a gzip archive/,
    );
  });
});
