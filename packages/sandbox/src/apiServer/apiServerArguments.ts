import { join } from 'node:path';

/** A store that need not survive a power cut. */
export function etcdArguments(
  directory: string,
  { etcdPort, etcdPeerPort }: { etcdPort: number; etcdPeerPort: number },
): string[] {
  const client = `http://127.0.0.1:${etcdPort}`;
  const peer = `http://127.0.0.1:${etcdPeerPort}`;
  return [
    `--data-dir=${join(directory, 'etcd')}`,
    `--listen-client-urls=${client}`,
    `--advertise-client-urls=${client}`,
    `--listen-peer-urls=${peer}`,
    `--initial-advertise-peer-urls=${peer}`,
    `--initial-cluster=default=${peer}`,
    '--unsafe-no-fsync',
    '--log-level=warn',
  ];
}

export function apiServerArguments(
  directory: string,
  { port, etcdPort }: { port: number; etcdPort: number },
): string[] {
  const file = (name: string) => join(directory, name);
  return [
    `--etcd-servers=http://127.0.0.1:${etcdPort}`,
    '--bind-address=127.0.0.1',
    `--secure-port=${port}`,
    // It makes its certificate itself, and keeps it.
    `--cert-dir=${file('certificates')}`,
    '--service-cluster-ip-range=10.0.0.0/24',
    '--service-account-issuer=https://kubernetes.default.svc',
    `--service-account-signing-key-file=${file('service-account.key')}`,
    `--service-account-key-file=${file('service-account.pub')}`,
    `--token-auth-file=${file('tokens.csv')}`,
    '--authorization-mode=RBAC',
    // Pods can be written although no controller gives their namespace an account.
    '--disable-admission-plugins=ServiceAccount',
    '--endpoint-reconciler-type=none',
    `--audit-policy-file=${file('audit-policy.json')}`,
    `--audit-log-path=${file('audit.log')}`,
    '--audit-log-mode=blocking',
    '--profiling=false',
  ];
}
