import { readFileSync } from 'node:fs';
import { ApiDescription } from '@progressive-delivery/git-server';

/** Which of GitHub's published descriptions holds: that of github.com, or of one GitHub Enterprise Server. */
export type DescriptionName = 'api.github.com' | 'ghes-3.17' | 'ghes-3.19';

/** What GitHub publishes of its REST API (`@octokit/openapi`). */
export function loadDescription(name: DescriptionName): ApiDescription {
  const file = require.resolve(`@octokit/openapi/generated/${name}.json`);
  return ApiDescription.read(
    readFileSync(file, 'utf8'),
    '#/components/schemas/basic-error',
  );
}
