import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CustomErrorBase } from '@backstage/errors';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import {
  Application,
  applicationSchema,
  describeApplication,
  isDelivered,
  isSynced,
} from '../argocd/applicationStatus';
import { gitAuthorization } from '../gitea/gitAuthorization';
import type { GiteaConnection } from '../gitea/GiteaClient';
import { eventually } from '../processes/eventually';
import { runCommand } from '../processes/runCommand';
import type { SandboxContext } from '../SandboxContext';
import { argocdNamespace, connectRepository } from './startArgoCd';

/** Argo CD could not deliver what is in Git. */
class DeliveryError extends CustomErrorBase {
  name = 'DeliveryError' as const;
}

const destinationSchema = z.object({
  spec: z.object({
    destination: z.object({ namespace: z.string().optional() }),
  }),
});

const SECONDS = 120;

/**
 * Registers each Application of the repository and waits until what it delivers runs, but not for ever.
 *
 * @throws {@link DeliveryError} that says for each Application what keeps it from being applied
 */
export async function deliverApplications(
  context: SandboxContext,
  gitea: GiteaConnection,
): Promise<string> {
  await connectRepository(context, gitea);
  const files = await checkOutApplications(context, gitea);
  for (const file of files) {
    await createNamespace(context, file);
    await context.runTool('kubectl', {
      args: [
        ...['apply', '--server-side', '--namespace', argocdNamespace],
        ...['--filename', file],
      ],
    });
  }
  let applications: Application[] = [];
  try {
    return await eventually(
      'The Applications are delivered',
      async () => {
        applications = await readApplications(context);
        const descriptions = applications.map(describeApplication);
        if (!applications.every(isDelivered)) {
          throw new Error(descriptions.join('. '));
        }
        return descriptions.join(', ');
      },
      { seconds: SECONDS, intervalMilliseconds: 500, signal: context.signal },
    );
  } catch (error) {
    context.signal.throwIfAborted();
    // What somebody released last may be broken. It is what is in Git, so it runs, broken.
    if (applications.length > 0 && applications.every(isSynced)) {
      return applications.map(describeApplication).join(', ');
    }
    const open = applications.filter(application => !isDelivered(application));
    throw new DeliveryError(
      `Argo CD did not deliver all Applications within ${SECONDS} s: ${open
        .map(describeApplication)
        .join('. ')}`,
      error,
    );
  }
}

/** Files to apply: projects first, because Applications refer to them. */
async function checkOutApplications(
  context: SandboxContext,
  gitea: GiteaConnection,
): Promise<string[]> {
  const checkout = join(context.directory, 'tmp', 'applications');
  await rm(checkout, { recursive: true, force: true });
  await runCommand('git', {
    args: [
      ...['clone', '--quiet', '--depth=1', '--branch=main'],
      `${gitea.url}/${gitea.repository}.git`,
      checkout,
    ],
    env: { ...context.environment, ...gitAuthorization(gitea) },
    signal: context.signal,
  });
  const root = join(checkout, 'argocd', 'applications');
  const folders = readdirSync(root);
  return ['project.yaml', 'application.yaml'].flatMap(name =>
    folders
      .map(folder => join(root, folder, name))
      .filter(file => existsSync(file)),
  );
}

async function createNamespace(context: SandboxContext, file: string) {
  const parsed = destinationSchema.safeParse(parse(readFileSync(file, 'utf8')));
  const namespace = parsed.data?.spec.destination.namespace;
  if (namespace) {
    await context.runTool('kubectl', {
      args: ['apply', '--server-side', '--filename', '-'],
      input: JSON.stringify({
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: namespace },
      }),
    });
  }
}

async function readApplications(
  context: SandboxContext,
): Promise<Application[]> {
  const answer = await context.runTool('kubectl', {
    args: [
      ...['get', 'applications.argoproj.io', '--output', 'json'],
      ...['--namespace', argocdNamespace],
    ],
  });
  return z
    .object({ items: z.array(applicationSchema) })
    .parse(JSON.parse(answer)).items;
}
