import { DeliverySource } from '../../targets/applications/DeliveryTarget';
import { cannotPreview } from '../../cannotPreview';

/** What Argo CD knows of the Application that it renders a source for. */
export interface BuildSubject {
  /** What Argo CD calls it; absent without an Application. */
  instanceName: string | undefined;
  project: string | undefined;
  /** Namespace of the destination. */
  namespace: string | undefined;
  /** Options that kustomizations are built with. */
  kustomizeBuildOptions: readonly string[];
  /** Whether it has `spec.sources`. */
  severalSources: boolean;
}

/** Argo CD's build environment of one source (v3.6 reposerver/repository newEnv, Env.Envsubst). */
export class BuildEnvironment {
  static create(options: {
    subject: BuildSubject;
    source: DeliverySource;
    /** Commit that is rendered. */
    commit: string;
  }): BuildEnvironment {
    const { commit, source, subject } = options;
    const { written } = source;
    return new BuildEnvironment(
      new Map([
        ['ARGOCD_APP_NAME', subject.instanceName],
        ['ARGOCD_APP_NAMESPACE', subject.namespace ?? ''],
        ['ARGOCD_APP_PROJECT_NAME', subject.project],
        ['ARGOCD_APP_REVISION', commit],
        ['ARGOCD_APP_REVISION_SHORT', commit.slice(0, 7)],
        ['ARGOCD_APP_REVISION_SHORT_8', commit.slice(0, 8)],
        ['ARGOCD_APP_SOURCE_REPO_URL', source.repository],
        ['ARGOCD_APP_SOURCE_PATH', written ? written.path ?? '' : source.path],
        [
          'ARGOCD_APP_SOURCE_TARGET_REVISION',
          written ? written.targetRevision ?? '' : source.revision,
        ],
      ]),
    );
  }

  private constructor(
    private readonly variables: ReadonlyMap<string, string | undefined>,
  ) {}

  has(name: string): boolean {
    return this.variables.has(name);
  }

  /** @throws InputError where only an Application could say it */
  value(name: string): string {
    const value = this.variables.get(name);
    if (value === undefined && this.variables.has(name)) {
      throw cannotPreview({
        id: 'variableOfApplication',
        parameters: { variable: name },
      });
    }
    return value ?? '';
  }

  /** Replaces `$NAME` and `${NAME}`, as Go's os.Expand does; what is not of the environment is empty, `$$` is `$`. */
  substitute(text: string): string {
    let substituted = '';
    let at = 0;
    while (at < text.length) {
      const dollar = text.indexOf('$', at);
      if (dollar === -1 || dollar === text.length - 1) {
        break;
      }
      const { length, name } = shellName(text.slice(dollar + 1));
      substituted += text.slice(at, dollar);
      if (name === '$') {
        substituted += '$';
      } else if (name) {
        substituted += this.value(name);
      } else if (length === 0) {
        // Nothing that could be a name follows.
        substituted += '$';
      }
      at = dollar + 1 + length;
    }
    return substituted + text.slice(at);
  }
}

/** The name after a dollar, and how many characters it takes (Go's os.getShellName). */
function shellName(text: string): { name: string; length: number } {
  const special = /^[*#$@!?\-0-9]/;
  if (text.startsWith('{')) {
    const end = text.indexOf('}');
    if (end <= 1) {
      // Not closed, or nothing in it: that much is left out.
      return { name: '', length: end === 1 ? 2 : 1 };
    }
    return { name: text.slice(1, end), length: end + 1 };
  }
  const [name = ''] = special.exec(text) ?? /^[A-Za-z0-9_]+/.exec(text) ?? [];
  return { name, length: name.length };
}
