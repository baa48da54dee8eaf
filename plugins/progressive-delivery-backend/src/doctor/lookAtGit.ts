import { ScmIntegrations } from '@backstage/integration';
import {
  DoctorLine,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { GitHost } from '../proposals/gitHosts/GitHost';
import { hostProblem } from '../proposals/pullRequests/hostProblem';
import { doctorLine, lookAt, Part } from './doctorLine';
import { giteaIdentity } from './gitHosts/giteaIdentity';
import { githubIdentities } from './gitHosts/githubIdentities';
import { gitlabIdentity } from './gitHosts/gitlabIdentity';
import { HostIdentity } from './gitHosts/HostIdentity';

interface HostQuestion {
  host: string;
  /** Where its credentials are configured. */
  integration: string;
  /** Any of these lists is enough; empty where the host never tells. */
  suffices: string[][];
  /** In words. */
  needs: string;
  ask(): Promise<HostIdentity[]>;
}

/** Who the Git hosts know Backstage as, and what its credentials may do. */
export async function lookAtHosts(
  {
    hosts,
    integrations,
    proposals,
  }: {
    integrations: ScmIntegrations;
    /** Those that the app-config names. */
    hosts: ReadonlySet<string>;
    /** Whether pull requests are opened; else reading is enough. */
    proposals: boolean;
  },
  signal: AbortSignal,
): Promise<DoctorLine[]> {
  const questions = hostQuestions(integrations).filter(({ host }) =>
    hosts.has(host.toLowerCase()),
  );
  const others = integrations
    .list()
    .filter(
      ({ title, type }) =>
        hosts.has(title.toLowerCase()) &&
        !questions.some(({ integration }) => integration.endsWith(`.${type}`)),
    );
  const lines = await Promise.all([
    ...questions.map(question => {
      const part = { area: 'git', subject: question.host } as const;
      return lookAt(part, signal, async report => {
        const identities = await question.ask();
        report(
          ...identities.map(identity =>
            identityLine(
              part,
              proposals ? question : { ...question, suffices: [[]] },
              identity,
            ),
          ),
        );
      });
    }),
    ...others.map(async ({ title, type }) => [
      doctorLine({ area: 'git', subject: title }, 'ok', {
        id: 'hostOnlyRead',
        parameters: { type },
      }),
    ]),
  ]);
  return lines.flat();
}

/** Whether the account of a host may read and write a repository that something is delivered from. */
export async function lookAtRepository(
  repository: string,
  {
    gitHostOf,
    proposals,
  }: { gitHostOf: (repository: string) => GitHost; proposals: boolean },
  signal: AbortSignal,
): Promise<DoctorLine[]> {
  const part = { area: 'git', subject: hostOf(repository) } as const;
  return lookAt(part, signal, async report => {
    const host = gitHostOf(repository);
    const account = toMessage('accountName', host.account.name);
    const needs = toMessage('neededAccess', host.account.needs);
    const access = await host.access({ repository });
    if (access.outcome !== 'found') {
      const message = hostProblem(access, host.account, {
        question: 'read',
        repository,
      });
      report(
        doctorLine(part, 'unknown', {
          id: 'couldNotLook',
          parameters: { message },
        }),
      );
      return;
    }
    const { archived, write } = access.value;
    if (!proposals) {
      report(
        doctorLine(part, 'ok', {
          id: 'repositoryReadable',
          parameters: { repository, account },
        }),
      );
      return;
    }
    if (archived) {
      report(
        doctorLine(part, 'missing', {
          id: 'repositoryArchived',
          parameters: { repository },
        }),
      );
      return;
    }
    switch (write) {
      case 'yes':
        report(
          doctorLine(part, 'ok', {
            id: 'repositoryWritable',
            parameters: { repository, account },
          }),
        );
        return;
      case 'no':
        report(
          doctorLine(part, 'missing', {
            id: 'repositoryReadOnly',
            parameters: { repository, account, needs },
          }),
        );
        return;
      case 'unknown':
        report(
          doctorLine(part, 'unknown', {
            id: 'repositoryUnknown',
            parameters: { repository, account, needs },
          }),
        );
        return;
      default:
        write satisfies never;
    }
  });
}

function hostQuestions({
  gitea,
  github,
  gitlab,
}: ScmIntegrations): HostQuestion[] {
  return [
    ...github.list().map(({ config }) => ({
      host: config.host,
      integration: 'integrations.github',
      suffices: [['repo'], ['contents: write', 'pull_requests: write']],
      needs: 'contents: write, pull_requests: write',
      ask: () => githubIdentities(config),
    })),
    ...gitlab.list().map(({ config }) => ({
      host: config.host,
      integration: 'integrations.gitlab',
      suffices: [['api']],
      needs: 'api',
      ask: async () => [await gitlabIdentity(config)],
    })),
    ...gitea.list().map(({ config }) => ({
      host: config.host,
      integration: 'integrations.gitea',
      suffices: [],
      needs: 'write:repository',
      ask: async () => [await giteaIdentity(config)],
    })),
  ];
}

function identityLine(
  part: Part,
  { integration, needs, suffices }: HostQuestion,
  identity: HostIdentity,
): DoctorLine {
  switch (identity.state) {
    case 'missing':
      return doctorLine(part, 'missing', {
        id: 'credentialsMissing',
        parameters: { integration },
      });
    case 'refused':
      return doctorLine(part, 'missing', {
        id: 'credentialsRefused',
        parameters: { integration },
      });
    case 'unavailable':
      return doctorLine(part, 'unknown', {
        id: 'hostUnavailable',
        parameters: {
          host: part.subject,
          fault: toMessage('hostFault', identity.because),
        },
      });
    case 'known': {
      const { account, scopes } = identity;
      if (scopes === undefined) {
        return doctorLine(part, 'unknown', {
          id: 'scopesHidden',
          parameters: { account, needs },
        });
      }
      const lacking = suffices.map(list =>
        list.filter(scope => !scopes.includes(scope)),
      );
      // Of the lists, the one that it comes closest to, in the words of that kind of credentials.
      const missing = lacking.some(list => list.length === 0)
        ? []
        : lacking[scopes.some(scope => scope.includes(': ')) ? 1 : 0];
      return missing.length === 0
        ? doctorLine(part, 'ok', {
            id: 'scopesSuffice',
            parameters: { account, scopes },
          })
        : doctorLine(part, 'missing', {
            id: 'scopesMissing',
            parameters: { account, missing, scopes },
          });
    }
    default:
      return identity satisfies never;
  }
}

function hostOf(repository: string): string {
  return URL.canParse(repository) ? new URL(repository).host : repository;
}
