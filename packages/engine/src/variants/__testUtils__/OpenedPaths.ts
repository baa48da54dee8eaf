import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Outside of a rendering's own folder: what Go's runtime and the linker look at, whatever they run. */
const RUNTIME_PATHS = [
  /^\/dev\/null$/,
  /^\/etc\/(ld\.so\.(cache|preload)|localtime)$/,
  /^\/(usr\/)?lib(64)?\//,
  /^\/usr\/share\/zoneinfo\//,
  /^\/proc\/(self|\d+)\/(auxv|cgroup|exe|fd|maps|mountinfo|stat|status)$/,
  /^\/proc\/sys\/(kernel|net\/core|vm)\/\w+$/,
  /^\/sys\/(fs\/cgroup|kernel\/mm\/(transparent_hugepage|hugepages))(\/|$)/,
];

/** The folder that the Renderer makes for one rendering. */
const RENDERING = new RegExp(`^${tmpdir()}/progressive-delivery-\\w{6}(/|$)`);

/** Follows what it starts, and stops a program only at these calls. */
const OPTIONS = [
  ...['-ff', '--seccomp-bpf', '-y', '-qq', '-s', '4096'],
  ...['-e', 'trace=open,openat,openat2,creat,execve'],
];

/** Records which paths tools open, by strace. */
export class OpenedPaths {
  /** `undefined` where this machine has no strace that may trace. */
  static create(directory: string): OpenedPaths | undefined {
    const strace = (process.env.PATH ?? '')
      .split(':')
      .map(folder => join(folder, 'strace'))
      .find(existsSync);
    if (!strace) {
      return undefined;
    }
    try {
      execFileSync(strace, [...OPTIONS, '-o', '/dev/null', '/bin/true'], {
        stdio: 'ignore',
      });
    } catch {
      // Some containers forbid tracing.
      return undefined;
    }
    mkdirSync(directory);
    return new OpenedPaths(strace, directory);
  }

  private readonly commands: string[] = [];

  private constructor(
    private readonly strace: string,
    private readonly directory: string,
  ) {}

  /** A command that runs another one and records what it opens, with all that it starts. */
  record(command: string): string {
    const wrapper = join(this.directory, `run-${this.commands.length}`);
    this.commands.push(command);
    writeFileSync(
      wrapper,
      `#!/bin/sh\nexec ${this.strace} ${OPTIONS.join(' ')} -o ${
        this.directory
      }/trace.$$ ${command} "$@"\n`,
    );
    chmodSync(wrapper, 0o755);
    return wrapper;
  }

  /** Paths that were opened, or tried to, and that nothing but the rendering's own folder and the runtime explains. */
  unexplained(tools: string[]): string[] {
    const unexplained = new Set<string>();
    for (const path of this.all()) {
      const explained =
        RENDERING.test(path) ||
        tools.includes(path) ||
        RUNTIME_PATHS.some(pattern => pattern.test(path));
      if (!explained) {
        unexplained.add(path);
      }
    }
    return Array.from(unexplained).sort();
  }

  /** All paths that were opened, as they were in the end: links are followed. */
  all(): string[] {
    return readdirSync(this.directory)
      .filter(name => name.startsWith('trace.'))
      .flatMap(name =>
        readFileSync(join(this.directory, name), 'utf8').split('\n'),
      )
      .flatMap(line => {
        const call =
          /^(?:open|openat|openat2|creat|execve)\((?:AT_FDCWD<([^>]*)>, |\d+<([^>]*)>, )?"((?:[^"\\]|\\.)*)"[^]*\) = (?:\d+<([^>]*)>|-?\d+)/.exec(
            line,
          );
        return call
          ? [call[4] ?? resolve(call[1] ?? call[2] ?? '/', call[3])]
          : [];
      });
  }
}
