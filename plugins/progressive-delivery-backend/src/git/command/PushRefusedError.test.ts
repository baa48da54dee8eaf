import { GitError } from './GitCommand';
import { pushRefused } from './PushRefusedError';

const url = 'https://git.example.com/platform/gitops.git';

const refused = (...lines: string[]) =>
  pushRefused(
    new GitError(
      lines.join('; '),
      { kind: 'exit', code: 1, signal: undefined },
      'git push failed',
    ),
  );

describe('pushRefused', () => {
  it.each([
    ['branchMoved', ' ! [rejected]        1a2b3c -> change (stale info)'],
    ['branchMoved', ' ! [rejected]        1a2b3c -> change (fetch first)'],
    ['branchMoved', ' ! [rejected]        1a2b3c -> change (non-fast-forward)'],
    [
      'branchMoved',
      ' ! [remote rejected] 1a2b3c -> change (failed to update ref)',
    ],
    [
      'branchMoved',
      " ! [remote rejected] 1a2b3c -> change (cannot lock ref 'refs/heads/change': is at 1 but expected 2)",
    ],
    [
      'branchMoved',
      ' ! [remote rejected] 1a2b3c -> change (reference already exists)',
    ],
    [
      'rule',
      ' ! [remote rejected] 1a2b3c -> change (pre-receive hook declined)',
    ],
    [
      'rule',
      ' ! [remote rejected] 1a2b3c -> change (protected branch hook declined)',
    ],
    [
      'rule',
      ' ! [remote rejected] 1a2b3c -> change (push declined due to repository rule violations)',
    ],
    [
      'unsigned',
      'remote: - Commits must have verified signatures.; ! [remote rejected] 1a2b3c -> change (push declined due to repository rule violations)',
    ],
    [
      'unsigned',
      'remote: GitLab: Commit must be signed with a GPG key; ! [remote rejected] a -> b (pre-receive hook declined)',
    ],
    [
      'unsigned',
      'remote: Gitea: branch change requires signed commits; ! [remote rejected] a -> b (pre-receive hook declined)',
    ],
    [
      'forbidden',
      'remote: Permission to platform/gitops.git denied to backstage.',
    ],
    ['forbidden', 'remote: Write access to repository not granted.'],
    ['forbidden', 'remote: You are not allowed to push code to this project.'],
    [
      'forbidden',
      `fatal: unable to access '${url}': The requested URL returned error: 403`,
    ],
    ['unauthorized', `fatal: Authentication failed for '${url}'`],
    [
      'unauthorized',
      `fatal: could not read Username for '${url}': terminal prompts disabled`,
    ],
    [
      'archived',
      'remote: This repository was archived so it is read-only.; fatal: The requested URL returned error: 403',
    ],
  ])('is "%s" for "%s"', (because, line) => {
    const error = refused(line, `error: failed to push some refs to '${url}'`);
    expect(error).toMatchObject({
      because,
      said: expect.stringContaining(line),
    });
  });

  it('shows what nobody would see of what git said', () => {
    expect(
      refused(
        'remote: \u202eno\u200b',
        ' ! [remote rejected] a (hook declined)',
      )?.said,
    ).toContain('remote: \\u{202e}no\\u{200b}');
  });

  it('leaves everything else to others', () => {
    expect(refused(`fatal: repository '${url}' not found`)).toBeUndefined();
  });
});
