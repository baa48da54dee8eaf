import { Gathering } from './Gathering';
import { unknown } from './Known';

/** Gathers nothing: what checks look at besides what is rendered is not known where no cluster and no Argo CD is read. */
export function gatheringWithoutCluster(): Gathering {
  const read = async () =>
    unknown<never>({ message: 'withoutCluster', parameters: {} });
  return Gathering.create({
    namespaces: new Set(),
    readers: {
      application: read,
      applicationStatus: read,
      parent: read,
      readers: read,
      earlierTargets: read,
      openProposals: read,
      project: read,
      rolloutDefinition: read,
      workloads: read,
      scalers: read,
      controllers: read,
      services: read,
      destinationRules: read,
      disruptionBudgets: read,
      quotas: read,
      analysisTemplates: read,
      routes: read,
    },
  });
}
