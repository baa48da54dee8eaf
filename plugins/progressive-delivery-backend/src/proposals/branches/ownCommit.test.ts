import { isOwnCommit, treeTrailer } from './ownCommit';

const tree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
const message = `Turn it on\n\nRequested-by: user:default/guest\n${treeTrailer(
  tree,
)}\n`;

describe('isOwnCommit', () => {
  it('knows a commit that nobody has touched', () => {
    expect(isOwnCommit({ message, tree })).toBe(true);
  });

  it.each([
    ['was amended', { message, tree: 'b'.repeat(40) }],
    ['is somebody else’s', { message: 'Fix the replicas', tree }],
    ['quotes ours', { message: `${message}\nbut two replicas more`, tree }],
  ])('does not take for ours what %s', (_, commit) => {
    expect(isOwnCommit(commit)).toBe(false);
  });
});
