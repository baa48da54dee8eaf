import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PackedPackage } from './packPackages';

/** Long enough ago for every age gate. */
const PUBLISHED = '2020-01-01T00:00:00.000Z';

/** An npm registry on the loopback address that has packed packages, and nothing else. */
export class PackageRegistry {
  static async start(packages: PackedPackage[]): Promise<PackageRegistry> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const registry = new PackageRegistry(server);
    const answers = new Map(
      packages.flatMap(packed => registry.answersFor(packed)),
    );
    server.on('request', (request, response) => {
      const answer = answers.get(decodeURIComponent(request.url ?? ''));
      response.writeHead(answer ? 200 : 404).end(answer);
    });
    return registry;
  }

  private constructor(private readonly server: Server) {}

  get url(): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private answersFor(packed: PackedPackage): [string, string | Buffer][] {
    const { manifest, sha512, tarball } = packed;
    const { name, version } = manifest;
    // By its content: Yarn's cache, which all projects share, knows a tarball by its address.
    const path = `/${name}/-/${Buffer.from(sha512, 'base64').toString(
      'hex',
    )}.tgz`;
    const dist = {
      tarball: `${this.url}${path}`,
      integrity: `sha512-${sha512}`,
    };
    const packument = {
      name,
      'dist-tags': { latest: version },
      time: { [version]: PUBLISHED },
      versions: { [version]: { ...manifest, dist } },
    };
    return [
      [`/${name}`, JSON.stringify(packument)],
      [path, tarball],
    ];
  }
}
