import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NotAllowedError } from '@backstage/errors';
import { Toolbox } from '@progressive-delivery/sandbox';
import { parse } from 'yaml';
import { z, ZodType } from 'zod/v4';
import { problemError } from '@progressive-delivery/engine';
import {
  ClusterResource,
  clusterResources,
  ClusterVerb,
  listedObjects,
} from '../../clusters/clusterResources';
import { ClusterRequest, ListRequest } from '../../clusters/clusterRequest';
import { ClusterService } from '../../clusters/ClusterService';
import { addObject, ObjectList } from '../../clusters/unreadableObjects';
import { ScenarioObject } from './ScenarioFiles';

const metadataSchema = z.object({
  name: z.string(),
  namespace: z.string().optional(),
  labels: z.record(z.string(), z.string()).default({}),
});

/** A cluster that has the objects of a scenario, and the real custom resource definition of Rollouts. */
export class ScenarioClusters implements Pick<ClusterService, 'list' | 'read'> {
  private readonly objects: ScenarioObject[];

  constructor(
    objects: ScenarioObject[],
    private readonly refused: readonly string[],
  ) {
    const own = objects.some(({ kind }) => kind === 'CustomResourceDefinition');
    this.objects = own ? objects : [...objects, rolloutDefinition()];
  }

  async read<Schema extends ZodType>(
    request: ClusterRequest<'get'> & { name: string },
    schema: Schema,
  ): Promise<z.output<Schema> | undefined> {
    const object = this.of(request, 'get').find(
      ({ metadata }) => metadata.name === request.name,
    );
    return object && schema.parse(object);
  }

  async list<Schema extends ZodType>(
    request: ListRequest,
    schema: Schema,
  ): Promise<ObjectList<z.output<Schema>>> {
    const list: ObjectList<z.output<Schema>> = { objects: [], unreadable: [] };
    const { fieldSelector, labelSelector } = request;
    for (const { kind, apiVersion, ...object } of this.of(request, 'list')) {
      const { labels, name } = metadataSchema.parse(object.metadata);
      const [label, value] = labelSelector?.split('=') ?? [];
      if (
        (!fieldSelector || fieldSelector === `metadata.name=${name}`) &&
        (!label || labels[label] === value)
      ) {
        // Items of a list do not say what they are.
        addObject(list, schema, object);
      }
    }
    return list;
  }

  private of(
    request: ClusterRequest,
    verb: Extract<ClusterVerb, 'get' | 'list'>,
  ): ScenarioObject[] {
    const { namespace, resource } = request;
    if (this.refused.includes(resource)) {
      throw problemError(NotAllowedError, {
        id: 'forbidden',
        parameters: {
          ...listedObjects(request),
          verb,
          required: ['get', 'list'],
          message: `${clusterResources[resource].title} is forbidden`,
        },
      });
    }
    return this.objects.filter(
      object =>
        pluralOf(object.kind) === resource &&
        (namespace === undefined || object.metadata.namespace === namespace),
    );
  }
}

function pluralOf(kind: string): ClusterResource | undefined {
  const singular = kind.toLocaleLowerCase('en-US');
  const plural = `${singular}${singular.endsWith('s') ? 'es' : 's'}`;
  return Object.keys(clusterResources).find(
    (name): name is ClusterResource => name === plural,
  );
}

let definition: ScenarioObject | undefined;

/** The one of the release that the sandbox has. */
function rolloutDefinition(): ScenarioObject {
  definition ??= {
    ...parse(
      readFileSync(
        join(Toolbox.create().asset('argo-rollouts/crds'), 'rollout-crd.yaml'),
        'utf8',
      ),
    ),
    status: { conditions: [{ type: 'Established', status: 'True' }] },
  };
  return definition!;
}
