import type { ProcessTable } from './processes/ProcessTable';
import type { SandboxProcess } from './processes/SandboxProcess';
import type { SandboxSettings } from './sandboxSettings';
import type { Toolbox } from './tools/Toolbox';

/** What a part is given that needs no other settings: Kubernetes and what runs on it. */
export interface PartContext {
  /** Absolute path; everything of the sandbox lives below. */
  directory: string;
  toolbox: Toolbox;
  signal: AbortSignal;
  /** The minimal environment of a part: no proxy, no configuration and no credentials of the machine's user. */
  environment: Record<string, string>;
  processes: ProcessTable;
  /** Starts a part's process; when it ends by itself, the part has failed. */
  startProcess(options: {
    name: string;
    tool: string;
    args: string[];
    environment?: Record<string, string>;
    cwd: string;
  }): SandboxProcess;
  /** Runs one of the sandbox's tools to its end. */
  runTool(
    tool: string,
    options: {
      args: string[];
      environment?: Record<string, string>;
      cwd?: string;
      input?: string;
    },
  ): Promise<string>;
}

/** What each part of a starting sandbox is given. */
export interface SandboxContext extends PartContext {
  /** The folder that a new repository starts from. */
  gitops: string;
  settings: SandboxSettings;
  ports: SandboxPorts;
  /** Where the Backstage is that is told of pushes; none is without it. */
  backstage?: string;
}

interface SandboxPorts {
  argocdServer: number;
}
