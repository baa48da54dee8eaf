/** `owner/name` of a repository's address, over HTTP or SSH; an address of another form as it is. */
export function repositoryName(repository: string): string {
  const match = /^(?:[a-z+]+:\/\/[^/]+\/|[^/:]+:)(.+?)(?:\.git)?\/?$/i.exec(
    repository,
  );
  return match ? match[1] : repository;
}
