import { randomBytes } from 'node:crypto';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { HostedGit } from '@progressive-delivery/git-server';
import { AppKey } from './AppKey';
import { Account } from './Account';
import { HostedRepository } from './HostedRepository';

/** A GitHub App that is installed for all there is. */
export interface InstalledApp {
  id: number;
  slug: string;
  key: AppKey;
  may: Account['may'];
}

/** All that a GitHub keeps. */
export class GithubState {
  readonly repositories: HostedRepository[] = [];
  readonly apps: InstalledApp[] = [];
  private readonly tokens = new Map<string, Account>();

  /** @param folder - of the bare repositories */
  constructor(readonly folder: string) {}

  /** Gives a token to somebody. */
  token(account: Account): string {
    const token = `gh${account.type === 'Bot' ? 's' : 'p'}_${randomBytes(
      18,
    ).toString('hex')}`;
    this.tokens.set(token, account);
    return token;
  }

  accountOf(token: string): Account | undefined {
    return this.tokens.get(token);
  }

  installApp(may: Account['may']): InstalledApp {
    const id = this.apps.length + 1;
    const app = { id, slug: `delivery-${id}`, key: new AppKey(), may };
    this.apps.push(app);
    return app;
  }

  repository(nameWithOwner: string): HostedRepository | undefined {
    return this.repositories.find(
      each => each.nameWithOwner.toLowerCase() === nameWithOwner.toLowerCase(),
    );
  }

  createRepository(owner: string, name: string): HostedRepository {
    const git = HostedGit.create(this.directory(owner, name));
    return this.add(owner, name, git);
  }

  fork(parent: HostedRepository, owner: string): HostedRepository {
    const directory = this.directory(owner, parent.name);
    cpSync(parent.git.directory, directory, { recursive: true });
    return this.add(owner, parent.name, HostedGit.at(directory), parent);
  }

  private directory(owner: string, name: string): string {
    return join(this.folder, owner, `${name}.git`);
  }

  private add(
    owner: string,
    name: string,
    git: HostedGit,
    parent?: HostedRepository,
  ): HostedRepository {
    const id = this.repositories.length + 1;
    const added = new HostedRepository(id, owner, name, git, parent);
    this.repositories.push(added);
    return added;
  }
}
