import { GiteaScene } from '../gitHosts/gitea/__testUtils__/GiteaScene';
import { HostScene, RateLimitKind } from '../gitHosts/__testUtils__/HostScene';

/** The Git hosts that hold to the contract. */
export const hostScenes: {
  name: string;
  start: () => Promise<HostScene>;
  /** Whether it opens a pull request for a branch that holds nothing that its base lacks. */
  opensWithoutCommits: boolean;
  rateLimits: RateLimitKind[];
}[] = [
  {
    name: 'a real Gitea',
    start: () => GiteaScene.start(),
    opensWithoutCommits: true,
    rateLimits: ['secondary'],
  },
];
