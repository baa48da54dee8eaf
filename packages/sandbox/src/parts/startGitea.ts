import { GiteaClient, GiteaConnection } from '../gitea/GiteaClient';
import { runGitea } from '../gitea/runGitea';
import { seedRepository } from '../gitea/seedRepository';
import type { SandboxContext } from '../SandboxContext';

export const giteaTools = ['gitea'];

/** Starts the Git host, with its user, its repository and the webhooks that tell Argo CD and Backstage of pushes. */
export async function startGitea(
  context: SandboxContext,
): Promise<GiteaConnection> {
  const gitea = await runGitea(context);
  await seedRepository(context, gitea);
  const { backstage, ports, settings } = context;
  await GiteaClient.create(gitea).setPushWebhooks(
    [
      `http://127.0.0.1:${ports.argocdServer}/api/webhook`,
      ...(backstage ? [`${backstage}/api/events/http/github`] : []),
    ],
    settings.webhookSecret,
  );
  return gitea;
}
