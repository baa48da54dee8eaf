/** Where the Applications of `examples/gitops` say that they live. The sandbox's own Gitea takes its place. */
const upstreamRepository = 'https://git.example.com/platform/gitops.git';

/** Points everything in a file that refers to the upstream repository at another one. */
export function replaceUpstream(text: string, repository: string): string {
  return text.replaceAll(upstreamRepository, repository);
}
