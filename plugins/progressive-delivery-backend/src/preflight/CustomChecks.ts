import { ConflictError, InputError } from '@backstage/errors';
import {
  CustomPreflightCheck,
  PreflightCheckInput,
  ProgressiveDeliveryPreflightExtensionPoint,
  RenderedObject,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-node';
import {
  fieldOf,
  Manifest,
  namespaceOf,
  partsOf,
  PreflightCheck,
  preflightChecks,
  RenderedChange,
} from '@progressive-delivery/engine';

/** Our own checks, and those that modules add before the plugin starts. */
export class CustomChecks
  implements ProgressiveDeliveryPreflightExtensionPoint
{
  static create(): CustomChecks {
    return new CustomChecks();
  }

  private readonly checks: PreflightCheck[] = [...preflightChecks];

  private constructor() {}

  addCheck(check: CustomPreflightCheck): void {
    const { id, severity } = check;
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
      throw new InputError(
        `"${id}" is no id of a preflight check: write it in lower case with dashes, such as team-label`,
      );
    }
    if (this.checks.some(each => each.id === id)) {
      throw new ConflictError(`There is a preflight check ${id} already`);
    }
    this.checks.push({
      id,
      severity,
      pieces: [],
      look: async change => ({
        findings: check
          .run(inputOf(change))
          .map(({ object, severity: own, ...words }) => ({
            object,
            severity: own,
            words,
          })),
        gaps: [],
      }),
    });
  }

  get all(): readonly PreflightCheck[] {
    return this.checks;
  }
}

function inputOf(change: RenderedChange): PreflightCheckInput {
  const { after, before, enabled, moved, target } = change;
  const { cluster, namespace } = target.destination;
  const rendered = (manifest: Manifest): RenderedObject => ({
    apiVersion: manifest.apiVersion,
    kind: manifest.kind,
    namespace: namespaceOf(manifest, target),
    name: manifest.metadata.name ?? manifest.metadata.generateName ?? '',
    labels: textsOf(fieldOf(manifest.metadata, 'labels')),
    annotations: textsOf(manifest.metadata.annotations),
    manifest,
  });
  return {
    target: { id: target.id, title: target.title, cluster, namespace },
    switch: change.switch,
    enabled,
    before: before.map(rendered),
    after: after.map(rendered),
    workloads: moved.map(each => ({
      before: rendered(each.before),
      after: rendered(each.after),
    })),
  };
}

function textsOf(value: unknown): Record<string, string> {
  return Object.fromEntries(
    partsOf(value).flatMap(([key, text]) =>
      typeof text === 'string' ? [[String(key), text]] : [],
    ),
  );
}
