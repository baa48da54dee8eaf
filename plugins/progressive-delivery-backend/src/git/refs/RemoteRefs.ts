import {
  checkTargetRevision,
  RefQuery,
  RemoteRefList,
  ResolvedRevision,
  resolveRevision,
} from './resolveRevision';

/** Revisions whose answers are kept. */
const KEPT = 1_000;

const HEADS = 'refs/heads/';

export interface RemoteRefsOptions {
  url: string;
  /** Runs `git ls-remote` with further arguments. */
  list: (args: string[], signal?: AbortSignal) => Promise<Buffer>;
  /** Milliseconds for which an answer of the remote is believed. */
  maximumAge: number;
}

/** Where the branches and tags of a remote are, asked anew when an answer is old or the remote was pushed to. */
export class RemoteRefs {
  static create(options: RemoteRefsOptions): RemoteRefs {
    return new RemoteRefs(options);
  }

  /** Counts what made all earlier answers worthless. */
  epoch = 0;
  private readonly answers = new Map<
    string,
    { resolved: ResolvedRevision; at: number }
  >();

  private constructor(private readonly options: RemoteRefsOptions) {}

  /** Believes no answer that was given, or asked for, before now. */
  forget(): void {
    this.epoch++;
    this.answers.clear();
  }

  /** What is known already, and young enough. */
  known(revision: string): ResolvedRevision | undefined {
    const answer = this.answers.get(revision);
    return answer && Date.now() - answer.at < this.options.maximumAge
      ? answer.resolved
      : undefined;
  }

  /**
   * @throws InputError for what is no revision
   * @throws NotFoundError where the remote has none of that name
   */
  async resolve(
    revision: string,
    signal?: AbortSignal,
  ): Promise<ResolvedRevision> {
    checkTargetRevision(revision);
    const known = this.known(revision);
    if (known) {
      return known;
    }
    const { epoch } = this;
    const asked = Date.now();
    const resolved = await resolveRevision(revision, {
      url: this.options.url,
      list: query => this.list(query, signal),
    });
    if (epoch === this.epoch) {
      this.answers.delete(revision);
      this.answers.set(revision, { resolved, at: asked });
      const [oldest] = this.answers.keys();
      if (this.answers.size > KEPT) {
        this.answers.delete(oldest);
      }
    }
    return resolved;
  }

  /**
   * The commits that branches are at now; those that do not exist are absent.
   *
   * @param beginnings - branches whose names begin like that are among them as well
   */
  async heads(
    branches: string[],
    beginnings: string[] = [],
  ): Promise<Map<string, string>> {
    const refs = await this.list({
      names: [
        ...branches.map(branch => `${HEADS}${branch}`),
        ...beginnings.map(beginning => `${HEADS}${beginning}*`),
      ],
    });
    // Of a name without slash, Git lists all that end in it.
    const isWanted = (branch: string) =>
      branches.includes(branch) ||
      beginnings.some(beginning => branch.startsWith(beginning));
    return new Map(
      Array.from(
        refs,
        ([ref, commit]) => [ref.slice(HEADS.length), commit] as const,
      ).filter(([branch]) => isWanted(branch)),
    );
  }

  private async list(
    query: RefQuery,
    signal?: AbortSignal,
  ): Promise<RemoteRefList> {
    const refs = new Map<string, string>();
    const listing = await this.options.list(argumentsFor(query), signal);
    for (const line of listing.toString('utf8').split('\n')) {
      const [value, name] = line.split('\t');
      if (name && value.startsWith('ref: ')) {
        refs.set(`symref ${name}`, value.slice('ref: '.length));
      } else if (name) {
        refs.set(name, value);
      }
    }
    return refs;
  }
}

/** Without the options for branches and tags, hosts also list the refs of all pull requests there ever were. */
function argumentsFor(query: RefQuery): string[] {
  if (query === 'HEAD') {
    return ['--symref', 'origin', 'HEAD'];
  }
  if (query === 'tags') {
    return ['--tags', 'origin'];
  }
  const { names } = query;
  const narrow = [
    ...(names.some(name => name.startsWith('refs/heads/')) ? ['--heads'] : []),
    ...(names.some(name => name.startsWith('refs/tags/')) ? ['--tags'] : []),
  ];
  const known = names.every(name => /^refs\/(heads|tags)\//.test(name));
  return [
    ...(known ? narrow : []),
    'origin',
    ...names.flatMap(name => [name, `${name}^{}`]),
  ];
}
