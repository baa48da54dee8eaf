import { GiteaScene } from '../gitHosts/gitea/__testUtils__/GiteaScene';
import { GithubScene } from '../gitHosts/github/__testUtils__/GithubScene';
import { GitlabScene } from '../gitHosts/gitlab/__testUtils__/GitlabScene';
import { HostScene, RateLimitKind } from '../gitHosts/__testUtils__/HostScene';

/** The Git hosts that hold to the contract. */
export const hostScenes: {
  name: string;
  start: () => Promise<HostScene>;
  /** Whether it opens a pull request for a branch that holds nothing that its base lacks. */
  opensWithoutCommits: boolean;
  /** Whether it tells who has closed a pull request. */
  saysWhoClosed: boolean;
  /** Whether a label that its repository does not have comes to be when it is added. */
  createsLabels: boolean;
  /** Whether its API has ETags. */
  hasConditionalRequests: boolean;
  /** Whether pull requests go along when the branch is renamed that they are open onto. */
  retargets: boolean;
  rateLimits: RateLimitKind[];
}[] = [
  {
    name: 'a real Gitea',
    start: () => GiteaScene.start(),
    opensWithoutCommits: true,
    saysWhoClosed: false,
    createsLabels: false,
    hasConditionalRequests: false,
    retargets: true,
    rateLimits: ['secondary'],
  },
  {
    name: 'GitHub, with a token, by its published API',
    start: () =>
      GithubScene.start({ description: 'api.github.com', as: 'token' }),
    opensWithoutCommits: false,
    saysWhoClosed: true,
    createsLabels: true,
    hasConditionalRequests: true,
    retargets: true,
    rateLimits: ['primary', 'secondary', 'secondary, silent'],
  },
  {
    name: 'GitHub Enterprise, as an App, by its published API',
    start: () => GithubScene.start({ description: 'ghes-3.19', as: 'app' }),
    opensWithoutCommits: false,
    saysWhoClosed: true,
    createsLabels: true,
    hasConditionalRequests: true,
    retargets: true,
    rateLimits: ['primary', 'secondary', 'secondary, silent'],
  },
  {
    name: 'GitLab, by a description of its API',
    start: () => GitlabScene.start(),
    opensWithoutCommits: true,
    saysWhoClosed: true,
    createsLabels: true,
    hasConditionalRequests: true,
    retargets: false,
    rateLimits: ['primary', 'secondary, silent'],
  },
];
