import type { GiteaConnection } from './GiteaClient';

/** Environment that lets `git` into Gitea: not an argument, which every user of the machine could read. */
export function gitAuthorization(
  gitea: GiteaConnection,
): Record<string, string> {
  const credentials = Buffer.from(`${gitea.username}:${gitea.token}`).toString(
    'base64',
  );
  return {
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${gitea.url}/.extraHeader`,
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${credentials}`,
  };
}
