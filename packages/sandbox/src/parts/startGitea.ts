import { GiteaClient, GiteaConnection } from '../gitea/GiteaClient';
import { runGitea } from '../gitea/runGitea';
import { seedRepository } from '../gitea/seedRepository';
import type { SandboxContext } from '../SandboxContext';

export const giteaTools = ['gitea'];

/** Starts the Git host, with its user, its repository and the webhook that tells Argo CD of pushes. */
export async function startGitea(
  context: SandboxContext,
): Promise<GiteaConnection> {
  const gitea = await runGitea(context);
  await seedRepository(context, gitea);
  await GiteaClient.create(gitea).setPushWebhook({
    url: `http://127.0.0.1:${context.ports.argocdServer}/api/webhook`,
    secret: context.settings.webhookSecret,
  });
  return gitea;
}
