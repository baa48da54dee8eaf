import { appProjectSchema } from '@progressive-delivery/engine';
import { AllowRule } from '../../../allowRule';
import { application } from '../../__testUtils__/applications';
import { assessApplication, AssessedApplication } from '../assessApplication';
import { readBackPointer } from '../backPointer';
import { SwitchIds } from '../switchIds';

export const CONTROLLERS = 'controllers.progressiveDelivery.enabled';
export const CONTROL_PLANE = 'controlPlane.progressiveDelivery.enabled';
/** A rule that allows the entity everything. */
export const EVERYTHING: AllowRule = {
  entities: ['component:default/agents'],
  projects: ['*'],
  repositories: ['*'],
  namespaces: ['*'],
};

/** A project of one organisation, for any destination. */
export const PROJECT = {
  sourceRepos: ['https://git.example.com/platform/*'],
  destinations: [{ server: '*', namespace: '*' }],
};

/** What an Application is assessed by. */
export interface Story {
  /** What the Application's annotation says. */
  entities?: string;
  application?: Parameters<typeof application>[0];
  project?: object;
  allow?: AllowRule[];
  switches?: SwitchIds;
  /** `progressiveDelivery.argocd[].repositories` */
  repositories?: string[];
  hostBase?: string;
}

export function assess(story: Story) {
  const place: AssessedApplication['place'] = {
    argocd: {
      name: 'main',
      cluster: 'hub',
      namespace: 'argocd',
      applicationNamespaces: ['argocd', 'team-a'],
      repositories: story.repositories ?? [],
      kustomizeBuildOptions: ['--enable-helm'],
    },
    namespace: story.application?.namespace ?? 'argocd',
  };
  return assessApplication({
    entity: {
      entityRef: 'component:default/agents',
      owners: ['group:default/platform'],
      switches: story.switches ?? 'all',
      problems: [],
    },
    place,
    application: application(story.application),
    pointer: readBackPointer(story.entities, 'component:default/agents'),
    project:
      story.project &&
      appProjectSchema.parse({
        metadata: { name: 'default' },
        spec: story.project,
      }),
    config: { allow: story.allow ?? [], destinations: {} },
    hostBase: () => story.hostBase ?? '',
  });
}

export const targetOf = (story: Story) => {
  const assessment = assess(story);
  if (assessment.state !== 'usable') {
    throw new Error(`not usable: ${JSON.stringify(assessment)}`);
  }
  return assessment.target;
};

/** An Application that points back, in a project that permits it. */
export const POINTED = {
  entities: 'component:default/agents',
  project: PROJECT,
};
