import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod/v4';

const kubeconfigSchema = z.object({
  clusters: z
    .array(
      z.object({
        cluster: z.object({
          server: z.string(),
          'certificate-authority': z.string(),
        }),
      }),
    )
    .nonempty(),
});

/** The sandbox's Kubernetes, as those see it who connect to it. */
export interface Cluster {
  /** Path of an administrator's kubeconfig. */
  kubeconfig: string;
  url: string;
  /** The certificate authority, base64 of PEM. */
  caData: string;
  /** Token of the service account that Backstage uses. */
  backstageToken: string;
}

/** Where and with which authority a kubeconfig of kwokctl's connects. */
export function readKubeconfig(
  kubeconfig: string,
): Pick<Cluster, 'url' | 'caData'> {
  const [{ cluster }] = kubeconfigSchema.parse(
    parse(readFileSync(kubeconfig, 'utf8')),
  ).clusters;
  return {
    url: cluster.server,
    caData: readFileSync(cluster['certificate-authority']).toString('base64'),
  };
}

/** Where the administrator's kubeconfig of a sandbox is. */
export function kubeconfigFile(directory: string): string {
  return join(directory, 'kubeconfig');
}
