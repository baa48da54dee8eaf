import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Toolbox } from '@progressive-delivery/sandbox';

/** Charts, archives and indexes as the real helm makes them. */
export class HelmCharts {
  static create(): HelmCharts {
    return new HelmCharts(mkdtempSync(join(tmpdir(), 'helm-charts-')));
  }

  private made = 0;

  private constructor(
    /** Removed in the end. */
    readonly directory: string,
  ) {}

  /** A chart of these files, whose Chart.yaml says at least what it is. */
  write(
    name: string,
    version: string,
    files: Record<string, string> = {},
  ): string {
    const chart = join(this.directory, `${this.made++}`, name);
    const all = {
      'Chart.yaml': `apiVersion: v2\nname: ${name}\nversion: ${version}\n`,
      'values.yaml': 'progressiveDelivery:\n  enabled: false\n',
      'templates/configmap.yaml': `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}-${name}\ndata:\n  version: {{ .Chart.Version | quote }}\n  enabled: {{ .Values.progressiveDelivery.enabled | quote }}\n`,
      ...files,
    };
    for (const [path, content] of Object.entries(all)) {
      mkdirSync(dirname(join(chart, path)), { recursive: true });
      writeFileSync(join(chart, path), content);
    }
    return chart;
  }

  /** The archive that `helm package` makes of it. */
  package(chart: string): { file: string; content: Buffer } {
    const destination = join(this.directory, `${this.made++}`);
    const said = this.helm('package', chart, '--destination', destination);
    const [file] = /\/\S+\.tgz/.exec(said) ?? [''];
    return { file, content: readFileSync(file) };
  }

  /** The index.yaml that `helm repo index` makes for a folder with archives. */
  index(archives: string[], url?: string): string {
    const folder = join(this.directory, `${this.made++}`);
    mkdirSync(folder);
    for (const archive of archives) {
      writeFileSync(
        join(folder, archive.split('/').at(-1)!),
        readFileSync(archive),
      );
    }
    this.helm('repo', 'index', folder, ...(url ? ['--url', url] : []));
    return readFileSync(join(folder, 'index.yaml'), 'utf8');
  }

  helm(...args: string[]): string {
    const home = join(this.directory, 'home');
    return execFileSync(helmCommand(), args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        HOME: home,
        HELM_CACHE_HOME: home,
        HELM_CONFIG_HOME: home,
        HELM_DATA_HOME: home,
      },
    });
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}

function helmCommand(): string {
  const toolbox = Toolbox.create();
  if (!toolbox.isBuilt('helm')) {
    throw new Error('Build helm first: yarn sandbox build helm');
  }
  return toolbox.tool('helm');
}
