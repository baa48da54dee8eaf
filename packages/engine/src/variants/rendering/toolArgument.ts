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
    const [{ message }] = parsed.error.issues;
    throw cannotPreview({
      id: 'argumentInvalid',
      parameters: { field, value, message },
    });
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
    throw cannotPreview({
      id: 'kubeVersionInvalid',
      parameters: { field, value: version },
    });
  }
  return parsed[1].split('.').map(Number).join('.');
}
