import { parseCommit } from './parseCommit';

describe('parseCommit', () => {
  it('reads the tree and each line of the message of a signed commit', () => {
    const tree = 'a'.repeat(40);
    expect(
      parseCommit(
        [
          `tree ${tree}`,
          `parent ${'b'.repeat(40)}`,
          'author Ada <3 Lovelace <a@example.com> 1700000000 +0000',
          'committer GitHub <noreply@github.com> 1700000100 +0100',
          'gpgsig -----BEGIN PGP SIGNATURE-----',
          ' ',
          ' wsFcBAAB',
          ' -----END PGP SIGNATURE-----',
          ' ',
          '',
          'Turn it on',
          '',
          'Größer',
          '',
        ].join('\n'),
      ),
    ).toEqual({
      tree,
      parents: ['b'.repeat(40)],
      author: 'Ada <3 Lovelace',
      committedAt: 1_700_000_100_000,
      message: 'Turn it on\n\nGrößer\n',
    });
  });
});
