import { createServer } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What no repository may get at: a folder with a secret in it, and a server that remembers who contacted it. */
export class Outside {
  static async create(): Promise<Outside> {
    const outside = new Outside(await mkdtemp(join(tmpdir(), 'outside-')));
    await writeFile(outside.secret, 'root:x:0:0');
    await new Promise<void>(resolve =>
      outside.server.listen(0, '127.0.0.1', resolve),
    );
    return outside;
  }

  /** The paths that the server was asked for. */
  readonly contacts: string[] = [];
  private readonly server = createServer((request, response) => {
    this.contacts.push(request.url ?? '');
    response.end('apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n');
  });

  private constructor(readonly directory: string) {}

  /** A file's path. */
  get secret(): string {
    return join(this.directory, 'secret');
  }

  /** A URL at the server. */
  get url(): string {
    return `http://127.0.0.1:${
      (this.server.address() as AddressInfo).port
    }/a.yaml`;
  }

  async remove(): Promise<void> {
    await new Promise(resolve => this.server.close(resolve));
    await rm(this.directory, { recursive: true, force: true });
  }
}
