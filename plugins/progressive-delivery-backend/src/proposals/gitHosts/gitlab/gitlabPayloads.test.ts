import {
  mergeRequestsSchema,
  projectSchema,
  statusesSchema,
} from './gitlabPayloads';

describe('what GitLab answers', () => {
  it.each([
    ['success', false, 'passed'],
    ['skipped', false, 'passed'],
    ['running', false, 'pending'],
    ['waiting_for_resource', false, 'pending'],
    ['failed', false, 'failed'],
    ['canceled', false, 'failed'],
    ['manual', false, 'pending'],
    ['failed', true, 'passed'],
    ['manual', true, 'passed'],
  ])(
    'a job that is %s, allowed to fail: %s, is a check that is %s',
    (status, optional, state) => {
      expect(
        statusesSchema.parse([
          { name: 'lint', status, allow_failure: optional, target_url: null },
        ]),
      ).toEqual([{ name: 'lint', state }]);
    },
  );

  it.each([
    ['a Developer of the project', 30, null, 'yes'],
    ['a Maintainer of the group', null, 40, 'yes'],
    ['a Reporter of the group who is Developer of the project', 30, 20, 'yes'],
    ['a Reporter', 20, null, 'no'],
    ['who is no member by itself', null, null, 'unknown'],
  ])('%s: %s, %s may write: %s', (_, project, group, write) => {
    const access = (level: number | null) =>
      level === null ? null : { access_level: level };
    expect(
      projectSchema.parse({
        archived: false,
        permissions: {
          project_access: access(project),
          group_access: access(group),
        },
      }),
    ).toEqual({ archived: false, write });
  });

  it('a merge request whose branch was never there is none of ours', () => {
    const mergeRequest = {
      iid: 1,
      web_url: 'https://gitlab.example.com/a/b/-/merge_requests/1',
      title: 'Turn it on',
      description: null,
      state: 'locked',
      source_branch: 'progressive-delivery/web-on-0',
      target_branch: 'main',
      source_project_id: 1,
      target_project_id: 1,
      created_at: '2026-11-25T17:00:00.000+01:00',
      merged_at: null,
      closed_at: null,
    };
    const { listed, ours } = mergeRequestsSchema.parse([
      { ...mergeRequest, sha: null },
      { ...mergeRequest, iid: 2, sha: 'c1' },
      { ...mergeRequest, iid: 3, sha: 'c2', source_project_id: 2 },
      { ...mergeRequest, iid: 4, sha: 'c3', source_project_id: null },
    ]);
    expect(listed).toBe(4);
    expect(ours).toEqual([
      {
        number: 2,
        url: 'https://gitlab.example.com/a/b/-/merge_requests/1',
        title: 'Turn it on',
        body: '',
        state: 'open',
        draft: false,
        head: { branch: 'progressive-delivery/web-on-0', commit: 'c1' },
        base: { branch: 'main' },
        createdAt: '2026-11-25T16:00:00.000Z',
        endedAt: undefined,
        endedBy: undefined,
        mergeCommit: undefined,
      },
    ]);
  });
});
