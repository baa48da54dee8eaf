import { z } from 'zod/v4';
import { cannotPreview } from '../../cannotPreview';
import { helmArgument } from '../../overlays/kustomize/kustomization';

/** @throws InputError for what could be taken for an option of helm */
export function toolArgument(
  kind: keyof typeof helmArgument,
  value: string,
  field: string,
): string {
  const schema: z.ZodType<string> = helmArgument[kind];
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    throw cannotPreview(
      `${field} ${JSON.stringify(value)} ${parsed.error.issues[0].message}`,
    );
  }
  return parsed.data;
}

/**
 * A version of Kubernetes as Argo CD hands it on: `v1.31.4-eks-a` is `1.31.4` (v3.6 reposerver/repository
 * parseKubeVersion).
 *
 * @throws InputError for what is none
 */
export function kubeVersionArgument(version: string, field: string): string {
  const parsed = /^\s*v?(\d{1,9}(?:\.\d{1,9})+)(.*)$/s.exec(version);
  if (!parsed) {
    throw cannotPreview(
      `${field} ${JSON.stringify(version)} is no version of Kubernetes`,
    );
  }
  return parsed[1].split('.').map(Number).join('.');
}
