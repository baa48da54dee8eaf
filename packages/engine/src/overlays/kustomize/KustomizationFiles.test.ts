import { treeOf } from '../../git/__testUtils__/treeOf';
import { SelectedFiles } from '../files/SelectedFiles';
import { KustomizationFiles } from './KustomizationFiles';

const MEBIBYTE = 1024 * 1024;

/** A kustomization of so many bytes, most of them a comment. */
const ofBytes = (bytes: number, fields: string) => {
  const start = `${fields}\n# `;
  return `${start}${'x'.repeat(bytes - start.length)}`;
};

/** Kustomizations of 1 MiB each, every one a resource of the one before. */
const chainOf = (length: number) =>
  Object.fromEntries(
    Array.from({ length }, (_, index) => [
      `${index}/kustomization.yaml`,
      ofBytes(
        MEBIBYTE,
        index === length - 1 ? 'resources: []' : `resources: [../${index + 1}]`,
      ),
    ]),
  );

const read = async (files: Record<string, string>) => {
  const selected = new SelectedFiles(treeOf(files));
  await new KustomizationFiles(selected).addKustomization('0');
  return selected.paths;
};

describe('KustomizationFiles', () => {
  it('reads kustomizations of 16 MiB together', async () => {
    const files = chainOf(16);
    expect(await read(files)).toEqual(new Set(Object.keys(files)));
  });

  it('reads not one byte more, and says in which of them that would be', async () => {
    const files = {
      ...chainOf(16),
      '15/kustomization.yaml': ofBytes(MEBIBYTE, 'resources: [../end]'),
      'end/kustomization.yaml': '#',
    };
    await expect(read(files)).rejects.toMatchObject({
      name: 'InputError',
      message:
        'Cannot preview: With end/kustomization.yaml, the kustomizations that the overlay is made of are larger than 16 MiB together',
      problem: {
        parameters: {
          because: {
            id: 'kustomizationsTooLarge',
            parameters: { file: 'end/kustomization.yaml', mebibytes: 16 },
          },
        },
      },
    });
  });

  it('counts one that several name once', async () => {
    const files = {
      ...chainOf(15),
      '14/kustomization.yaml': ofBytes(
        MEBIBYTE,
        'resources: [../twice, ../again]',
      ),
      'again/kustomization.yaml': 'resources: [../twice]',
      'twice/kustomization.yaml': ofBytes(MEBIBYTE - 100, 'resources: []'),
    };
    expect(await read(files)).toEqual(new Set(Object.keys(files)));
  });
});
