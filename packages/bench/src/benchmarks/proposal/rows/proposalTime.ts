import { join } from 'node:path';
import { mkdir, writeFile } from 'node:fs/promises';
import { runCommand } from '@progressive-delivery/sandbox';
import { Row } from '../../../report/Row';
import { median } from '../../../report/statistics';
import { Stage } from '../stage/Stage';

/** What a proposal takes of the backend itself, against a push of the same edit by hand. */
export async function proposalTime(stage: Stage): Promise<Row[]> {
  const { context, file, proposals, scene } = stage;
  const { directory, log, rounds, signal } = context;
  const clone = join(directory, 'by-hand');
  const git = async (...args: string[]) =>
    runCommand('git', { args, cwd: clone, signal });
  const remote = new URL(scene.repository);
  [remote.password] = scene.secrets;
  remote.username = 'bot';
  await mkdir(clone, { recursive: true });
  await git('clone', '--quiet', remote.href, '.');
  await git('config', 'user.name', 'Somebody');
  await git('config', 'user.email', 'somebody@example.com');

  const own: number[] = [];
  const whole: number[] = [];
  const pushes: number[] = [];
  for (let round = 0; round < rounds; round++) {
    scene.gate.taken = 0;
    const began = performance.now();
    await proposals.propose(`timed${round}.progressiveDelivery.enabled`);
    const milliseconds = performance.now() - began;
    whole.push(milliseconds);
    own.push(milliseconds - scene.gate.taken);

    await git('checkout', '--quiet', '-B', `by-hand-${round}`, 'origin/main');
    await writeFile(join(clone, file), 'enabled: true\n');
    await git('commit', '--quiet', '--all', '--message', `Turn it on ${round}`);
    const pushed = performance.now();
    await git('push', '--quiet', 'origin', `HEAD:refs/heads/by-hand-${round}`);
    pushes.push(performance.now() - pushed);
  }
  log(
    `a proposal ${median(whole).toFixed(0)} ms, ${median(own).toFixed(
      0,
    )} ms of it our own; a push by hand ${median(pushes).toFixed(0)} ms`,
  );
  return [
    {
      id: 'proposal-time',
      what: `a new proposal without the time of the host and the network / a git push of the same edit by hand, through the same gate; medians of ${rounds}`,
      value: median(own) / median(pushes),
      unit: 'ratio',
      bar: { atMost: 1.5 },
    },
  ];
}
