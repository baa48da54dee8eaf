import { repositoryPath } from './repositoryPath';

const path = (reference: string, rooted = false, directory = 'apps/agents') =>
  repositoryPath(directory, reference, {
    field: 'helm.valueFiles',
    owner: 'Application agents',
    rooted,
  });

describe('repositoryPath', () => {
  it.each([
    ['values.yaml', 'apps/agents/values.yaml'],
    ['./values.yaml', 'apps/agents/values.yaml'],
    ['../values.yaml', 'apps/values.yaml'],
    ['../../charts/agents/', 'charts/agents'],
    ['../..', '.'],
    ['a/../b.yaml', 'apps/agents/b.yaml'],
    ['with space/größe_1+2@3.yaml', 'apps/agents/with space/größe_1+2@3.yaml'],
    ['..values.yaml', 'apps/agents/..values.yaml'],
    ['a#b/`c`/@d/e@f,"g".yaml', 'apps/agents/a#b/`c`/@d/e@f,"g".yaml'],
  ])('takes %s from the directory', (reference, expected) => {
    expect(path(reference)).toBe(expected);
  });

  it('begins at the root where there is no directory', () => {
    expect(path('values.yaml', false, '.')).toBe('values.yaml');
    expect(path('.', false, '.')).toBe('.');
  });

  it('takes a leading slash for the root of the repository where that is meant', () => {
    expect(path('/charts/values.yaml', true)).toBe('charts/values.yaml');
    expect(path('/', true)).toBe('.');
    expect(() => path('/charts/values.yaml')).toThrow(
      'Cannot preview: helm.valueFiles "/charts/values.yaml" of Application agents is an absolute path',
    );
  });

  it.each([
    ['../../../values.yaml', false],
    ['../../..', false],
    ['a/../../../../b', false],
    ['/../values.yaml', true],
    ['/..', true],
  ])('does not leave the repository by %s', (reference, rooted) => {
    expect(() => path(reference, rooted)).toThrow(
      `helm.valueFiles "${reference}" of Application agents leads out of the repository`,
    );
  });

  it.each([
    'https://example.com/values.yaml',
    'http:values.yaml',
    'oci://example.com/chart',
    'git@example.com:a/b',
    'git@example.com/a/b',
    'github.com/a/b',
    'GitHub.com/a/b',
    'host:path',
    'a//b',
    'values.yaml?ref=main',
    'values%2eyaml',
    'a\\b',
    '--post-renderer=evil',
    'a\nb',
    'a\0b',
    'a\u2028b',
  ])('takes %j for something remote, or nothing good', reference => {
    for (const rooted of [true, false]) {
      expect(() => path(reference, rooted)).toThrow(
        expect.objectContaining({
          name: 'InputError',
          message: expect.stringContaining(
            'is remote, or could be taken for something that is',
          ),
        }),
      );
    }
  });

  it.each(['-values.yaml', 'github.com/a', '100%.yaml', 'a?.yaml'])(
    'takes %s for a file where no tool gets to see how it is written',
    reference => {
      expect(
        repositoryPath('.', reference, {
          field: 'path',
          owner: 'spec.source',
          unseen: true,
        }),
      ).toBe(reference);
    },
  );

  it('does not take nothing for a path', () => {
    expect(() => path('')).toThrow(
      'helm.valueFiles of Application agents is empty',
    );
  });
});
