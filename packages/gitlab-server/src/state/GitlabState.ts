import { randomBytes } from 'node:crypto';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { HostedGit } from '@progressive-delivery/git-server';
import { HostedProject } from './HostedProject';
import { User } from './User';

/** All that a GitLab keeps. */
export class GitlabState {
  readonly projects: HostedProject[] = [];
  private readonly tokens = new Map<string, User>();

  /** @param folder - of the bare repositories */
  constructor(readonly folder: string) {}

  /** Gives a token to somebody. */
  token(user: User): string {
    const token = `glpat-${randomBytes(15).toString('base64url')}`;
    this.tokens.set(token, user);
    return token;
  }

  userOf(token: string): User | undefined {
    return this.tokens.get(token);
  }

  /** @param name - id, or full path */
  project(name: string): HostedProject | undefined {
    return this.projects.find(
      ({ id, path }) =>
        String(id) === name || path.toLowerCase() === name.toLowerCase(),
    );
  }

  createProject(path: string): HostedProject {
    return this.add(path, HostedGit.create(this.directory(path)));
  }

  fork(parent: HostedProject, namespace: string): HostedProject {
    const path = `${namespace}/${parent.path.split('/').at(-1)}`;
    const directory = this.directory(path);
    cpSync(parent.git.directory, directory, { recursive: true });
    return this.add(path, HostedGit.at(directory), parent);
  }

  private directory(path: string): string {
    return join(this.folder, `${path}.git`);
  }

  private add(
    path: string,
    git: HostedGit,
    parent?: HostedProject,
  ): HostedProject {
    const id = this.projects.length + 1;
    const added = new HostedProject(id, path, git, parent);
    this.projects.push(added);
    return added;
  }
}
