import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomically } from '../writeFileAtomically';
import {
  initialStatus,
  PartChange,
  PartName,
  SandboxStatus,
  sandboxStatusSchema,
  stoppedStatus,
  withPart,
} from './sandboxStatus';

/** `status.json`: how far each part is, for the terminal, the page and whoever else wants to know. */
export class StatusFile {
  /** Answers undefined when there has never been a sandbox in this directory. */
  static read(directory: string): SandboxStatus | undefined {
    try {
      return sandboxStatusSchema.parse(
        JSON.parse(readFileSync(join(directory, 'status.json'), 'utf8')),
      );
    } catch {
      return undefined;
    }
  }

  static create(options: {
    directory: string;
    onChange: (name: PartName, change: PartChange) => void;
  }): StatusFile {
    const file = new StatusFile(options, initialStatus(new Date()));
    file.save();
    return file;
  }

  /** Marks a directory's sandbox as stopped. A process that runs it notices and ends. */
  static markStopped(directory: string): void {
    const status = StatusFile.read(directory);
    if (status) {
      save(directory, {
        ...stoppedStatus(status, new Date()),
        state: 'stopped',
      });
    }
  }

  private constructor(
    private readonly options: Parameters<typeof StatusFile.create>[0],
    private status: SandboxStatus,
  ) {}

  get current(): SandboxStatus {
    return this.status;
  }

  set(name: PartName, change: PartChange): void {
    const before = this.status.parts.find(part => part.name === name);
    if (before?.state === change.state && before.message === change.message) {
      return;
    }
    this.status = withPart(this.status, name, change, new Date());
    this.save();
    this.options.onChange(name, change);
  }

  /** How far what is built is; undefined when nothing is. */
  setBuild(build: SandboxStatus['build']): void {
    if (this.status.build?.message === build?.message) {
      return;
    }
    this.status = {
      ...this.status,
      build,
      updatedAt: new Date().toISOString(),
    };
    this.save();
  }

  stopped(): void {
    this.status = stoppedStatus(this.status, new Date());
    this.save();
  }

  private save(): void {
    save(this.options.directory, this.status);
  }
}

function save(directory: string, status: SandboxStatus): void {
  writeFileAtomically(
    join(directory, 'status.json'),
    `${JSON.stringify(status, undefined, 2)}\n`,
  );
}
