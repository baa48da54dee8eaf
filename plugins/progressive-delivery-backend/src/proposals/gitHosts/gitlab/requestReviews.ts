import { GitHost } from '../GitHost';
import { HostResult } from '../HostResult';
import { GitlabApi } from './GitlabApi';
import { requestedSchema, usersSchema } from './gitlabPayloads';

/** Asks for reviews besides those that are asked for already: GitLab replaces all of them. */
export async function requestReviews(
  api: Pick<GitlabApi, 'ask'>,
  {
    number,
    repository,
    reviewers: { people, teams },
  }: Parameters<GitHost['requestReviews']>[0],
): Promise<HostResult<undefined>> {
  if (teams.length > 0) {
    return { outcome: 'refused', because: 'noTeams' };
  }
  const ids: number[] = [];
  for (const username of people) {
    const found = await api.ask(
      usersSchema,
      repository,
      ({ projects }, project) =>
        projects.allUsers(project, { search: username }),
    );
    if (found.outcome !== 'found') {
      return found;
    }
    const user = found.value.find(each => isSame(each.username, username));
    if (!user) {
      return { outcome: 'refused', because: 'noReviewers' };
    }
    ids.push(user.id);
  }
  const before = await api.ask(
    requestedSchema,
    repository,
    ({ mergeRequests }, project) => mergeRequests.show(project, number),
  );
  if (before.outcome !== 'found') {
    return before;
  }
  const requested = await api.ask(
    requestedSchema,
    repository,
    ({ mergeRequests }, project) =>
      mergeRequests.edit(project, number, {
        reviewerIds: [...before.value.map(({ id }) => id), ...ids],
      }),
  );
  if (requested.outcome !== 'found') {
    return requested;
  }
  // Without a licence for more, GitLab takes one reviewer and passes over the others.
  const taken = new Set(requested.value.map(({ id }) => id));
  return ids.every(id => taken.has(id))
    ? { outcome: 'found', value: undefined }
    : { outcome: 'refused', because: 'noReviewers' };
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
