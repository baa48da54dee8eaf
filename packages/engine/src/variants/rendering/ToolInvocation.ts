/** One run of helm or kustomize. */
export interface ToolInvocation {
  command: string;
  args: string[];
  /** Besides what every run has. */
  environment?: Record<string, string>;
  /** Absolute; default: the folder of the rendering. */
  workingDirectory?: string;
}

/** Runs a tool, and gives what it printed. */
export type RunTool = (invocation: ToolInvocation) => Promise<Buffer>;
