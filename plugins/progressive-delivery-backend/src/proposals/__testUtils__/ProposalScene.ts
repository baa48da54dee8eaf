import { mockServices } from '@backstage/backend-test-utils';
import {
  Comparison,
  Preflight,
  Proposal,
  ProposalActionResponse,
  ProposalRequest,
  ProposalResponse,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  DeliveryTarget,
  OpenProposal,
  VariantService,
} from '@progressive-delivery/engine';
import { BareRepository } from '../../git/__testUtils__/BareRepository';
import { GitScene } from '../../git/__testUtils__/GitScene';
import { PreflightService } from '../../preflight/PreflightService';
import { RepositoryService } from '../../git/RepositoryService';
import { RolloutService } from '../../rollouts/live/RolloutService';
import { FakeGitHost } from './FakeGitHost';
import { KnownPullRequests } from '../pullRequests/KnownPullRequests';
import { OpenProposals } from '../OpenProposals';
import { ProposalActions } from '../ProposalActions';
import { ProposalJourneys } from '../following/ProposalJourneys';
import { ProposalService } from '../ProposalService';
import { ProposalTexts } from '../text/ProposalTexts';
import {
  defaultBodyTemplate,
  defaultTitleTemplate,
} from '../../proposalTemplates';

/** The values file and the switch in it that is proposed. */
export const VALUES = 'apps/web/values.yaml';
export const SWITCH = 'web.progressiveDelivery.enabled';

export const nothingFound: Preflight = {
  findings: [],
  unchecked: [],
  summary: { looked: 1, found: 0, couldNotLook: 0 },
  acknowledgeWarnings: false,
};

const by = {
  entityRef: 'component:default/web',
  userEntityRef: 'user:default/guest',
};

const texts = ProposalTexts.create({
  config: {
    titleTemplate: defaultTitleTemplate,
    bodyTemplate: defaultBodyTemplate,
  },
  appUrl: 'https://backstage.example.com',
});

const target: DeliveryTarget = {
  kind: 'overlay',
  id: 'main.argocd.web',
  title: 'web',
  sources: [],
  destination: { cluster: 'main', namespace: 'shop' },
};

/** Another switch, in the same file. */
export const OTHER_SWITCH = 'worker.progressiveDelivery.enabled';

/** The values file's text. */
export const text = (web: boolean, worker = false) =>
  [
    ...['web:', '  progressiveDelivery:', `    enabled: ${web}`],
    ...['worker:', '  progressiveDelivery:', `    enabled: ${worker}`],
    '',
  ].join('\n');

/** Whether the switches are on in the values file. */
const statesIn = (values: string) =>
  values.split('worker:').map(each => each.includes('true'));

/** The service in front of a real repository and a Git host that a test decides on. */
export class ProposalScene {
  static async create(): Promise<ProposalScene> {
    return new ProposalScene(await GitScene.create());
  }

  repository: BareRepository;
  url: string;
  host: FakeGitHost;
  /** What the checks say. */
  preflight = nothingFound;
  /** Labels of the configuration, and whom it has asked for reviews besides the requester. */
  labels: string[] = [];
  reviewers: string[] = [];
  draft = false;
  /** What happens in the repository after a comparison has read it, at a commit. */
  afterReading?: (commit: string) => Promise<void>;
  /** Why nothing is known of the cluster; otherwise nothing runs there. */
  clusterError?: Error;

  private readonly repositories: RepositoryService;

  private constructor(private readonly git: GitScene) {
    this.repositories = git.service();
    ({ repository: this.repository, url: this.url } = git.repository());
    this.host = new FakeGitHost(this.repository, this.repositories);
  }

  /** Begins anew, in another repository. */
  begin(): void {
    ({ repository: this.repository, url: this.url } = this.git.repository());
    this.repository.commit({ [VALUES]: text(false), README: 'read me\n' });
    this.forgetPullRequests();
    this.clusterError = undefined;
    this.preflight = nothingFound;
    this.afterReading = undefined;
    this.labels = [];
    this.reviewers = [];
    this.draft = false;
  }

  /** As if the host no longer had any. */
  forgetPullRequests(): void {
    this.host = new FakeGitHost(this.repository, this.repositories);
  }

  end() {
    return this.git.end();
  }

  async list(): Promise<Proposal[]> {
    return this.service().list(target);
  }

  /** Those that are open for the switches of the target. */
  async open(): Promise<OpenProposal[]> {
    const { editPlaces } = await this.variants().describe(target);
    return this.service().openAmong(editPlaces);
  }

  /** The same of all switches that are edited in some places. */
  async openIn(
    places: Parameters<OpenProposals['find']>[0],
  ): ReturnType<OpenProposals['find']> {
    return OpenProposals.create({
      gitHostOf: () => this.host,
      repositories: this.repositories,
      config: { branchPrefix: 'progressive-delivery/' },
    }).find(places);
  }

  /** Where switches are edited. */
  places(switches: string[] = [SWITCH, OTHER_SWITCH]) {
    return switches.map(path => ({
      switch: path,
      repository: this.url,
      base: 'main',
      file: VALUES,
      path,
    }));
  }

  async propose(
    enabled = true,
    request: Partial<ProposalRequest> = {},
  ): Promise<ProposalResponse> {
    return this.service().propose(
      target,
      {
        switch: SWITCH,
        enabled,
        digest: this.digestOf(enabled),
        profile: 'p',
        ...request,
      },
      by,
    );
  }

  /** Changes something of an open pull request, as its journey offers. */
  async act(
    action: 'update' | 'close',
    number: number,
    { switch: id = SWITCH } = {},
  ): Promise<ProposalActionResponse> {
    const variants = this.variants();
    const actions = ProposalActions.create({
      gitHostOf: () => this.host,
      repositories: this.repositories,
      variants,
      preflight: variants,
      known: KnownPullRequests.create(),
      texts,
      config: { branchPrefix: 'progressive-delivery/' },
      author: { name: 'Backstage', email: 'backstage@example.com' },
      logger: mockServices.logger.mock(),
    });
    return actions[action](target, {
      number,
      switch: id,
      entityRef: by.entityRef,
    });
  }

  /** What a comparison is known by: not by commits that leave the overlay as it is. */
  digestOf(enabled: boolean): string {
    const blob = this.repository.git(['rev-parse', `main:${VALUES}`]);
    return `${blob} ${enabled}`;
  }

  headOf(branch: string): string | undefined {
    return this.repository.head(branch);
  }

  /** Changes the head of a branch as `git commit --amend` does: the author and the message stay. */
  amend(branch: string): string {
    const head = this.headOf(branch) ?? '';
    const blob = this.repository.git(
      ['hash-object', '-w', '--stdin'],
      'reviewed\n',
    );
    const show = (format: string) =>
      this.repository.git(['show', '--no-patch', `--format=${format}`, head]);
    const tree = this.repository.git(
      ['mktree'],
      `100644 blob ${blob}\tREADME\n${this.repository
        .git(['ls-tree', head])
        .split('\n')
        .filter(line => !line.endsWith('README'))
        .join('\n')}\n`,
    );
    const amended = this.repository.git(
      [
        '-c',
        'author.name=Backstage',
        '-c',
        'author.email=backstage@example.com',
        'commit-tree',
        tree,
        '-p',
        show('%P'),
        '-F',
        '-',
      ],
      show('%B'),
    );
    this.repository.git(['update-ref', `refs/heads/${branch}`, amended]);
    return amended;
  }

  private service(): ProposalService {
    const variants = this.variants();
    const known = KnownPullRequests.create();
    return ProposalService.create({
      gitHostOf: () => this.host,
      repositories: this.repositories,
      variants,
      preflight: variants,
      known,
      journeys: ProposalJourneys.create({
        known,
        gitHostOf: () => this.host,
        rollouts: this.rollouts(),
        clusters: {
          list: async () => ({ objects: [], unreadable: [] }),
        },
        variants: { switchesAt: async () => new Map() },
        config: { argocd: [] },
      }),
      texts,
      people: {
        involvedIn: async () => ({
          coAuthor: { name: 'A Guest', email: 'guest@example.com' },
          reviewers: { people: this.reviewers, teams: [] },
          reviewed: this.reviewers.length > 0,
        }),
      },
      config: {
        branchPrefix: 'progressive-delivery/',
        draft: this.draft,
        labels: this.labels,
      },
      openingMilliseconds: 0,
      author: { name: 'Backstage', email: 'backstage@example.com' },
      logger: mockServices.logger.mock(),
    });
  }

  private rollouts(): Pick<RolloutService, 'statuses'> {
    return {
      statuses: async () => {
        if (this.clusterError) {
          throw this.clusterError;
        }
        return {
          observedAt: '2026-11-20T00:00:00.000Z',
          rollouts: [],
          problems: [],
          lookedFor: [],
        };
      },
    };
  }

  /** What a rendering says of the values file as it is on the branch. */
  private variants(): Pick<PreflightService, 'compare'> &
    Pick<VariantService, 'describe'> {
    return {
      compare: async (_target, change) => {
        const commit = this.repository.head('main') ?? '';
        await this.afterReading?.(commit);
        const before = this.repository.git(['show', `${commit}:${VALUES}`]);
        const blob = this.repository.git(['rev-parse', `${commit}:${VALUES}`]);
        const [web, worker] = statesIn(before);
        const isWeb = change.switch === SWITCH;
        const comparison: Comparison = {
          target: target.id,
          switch: change.switch,
          enabled: change.enabled,
          digest: `${blob} ${change.enabled}`,
          profile: { id: 'p', helm: 'v4', kustomize: 'v5', apiVersions: [] },
          base: { repository: this.url, branch: 'main', commit },
          summary: 'Deployment web becomes a Rollout.',
          sentences: [],
          alreadySet: (isWeb ? web : worker) === change.enabled,
          masked: true,
          unstable: [],
          unchanged: 0,
          changes: [],
          preflight: this.preflight,
        };
        return {
          comparison,
          edit: {
            repository: this.url,
            branch: 'main',
            commit,
            file: VALUES,
            path: change.switch,
            after: isWeb
              ? text(change.enabled, worker)
              : text(web, change.enabled),
          },
        };
      },
      describe: async () => ({
        sources: [],
        switches: [],
        workloads: [
          {
            namespace: 'shop',
            name: 'web',
            kind: 'Deployment',
            switches: [SWITCH],
          },
        ],
        editPlaces: this.places(),
        rendering: { state: 'done' as const },
        problems: [],
      }),
    };
  }
}
