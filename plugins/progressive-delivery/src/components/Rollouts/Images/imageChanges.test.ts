import { imageChanges } from './imageChanges';

const of = (image: string) => `registry.example.com:5000/team/${image}`;

describe('imageChanges', () => {
  it('tells the versions apart, whatever the registry is called', () => {
    expect(imageChanges([of('agents:0.9.1')], [of('agents:0.9.2')])).toEqual([
      { change: 'version', name: 'agents', before: '0.9.1', after: '0.9.2' },
    ]);
  });

  it('says nothing of what is the same', () => {
    const images = [of('agents:1'), of('proxy:2')];
    expect(imageChanges(images, images)).toEqual([]);
    expect(imageChanges(images, [...images].reverse())).toEqual([]);
  });

  it('tells digests apart where the tags are the same, and calls latest what has neither', () => {
    const digest = (digit: string) => `sha256:${digit.repeat(64)}`;
    expect(
      imageChanges(
        [of(`agents:1@${digest('a')}`), 'nginx'],
        [of(`agents:1@${digest('b')}`), 'nginx:1.29'],
      ),
    ).toEqual([
      {
        change: 'version',
        name: 'agents',
        before: '1@aaaaaaaaaaaa',
        after: '1@bbbbbbbbbbbb',
      },
      { change: 'version', name: 'nginx', before: 'latest', after: '1.29' },
    ]);
  });

  it('names both images where the repository is another', () => {
    expect(imageChanges(['docker.io/a/app:1'], ['ghcr.io/a/app:1'])).toEqual([
      {
        change: 'image',
        before: 'docker.io/a/app:1',
        after: 'ghcr.io/a/app:1',
      },
    ]);
  });

  it('tells of containers that come and go', () => {
    expect(
      imageChanges([of('agents:1')], [of('agents:1'), of('proxy:2')]),
    ).toEqual([{ change: 'added', image: 'proxy:2' }]);
    expect(
      imageChanges([of('proxy:2'), of('agents:1')], [of('agents:2')]),
    ).toEqual([
      { change: 'version', name: 'agents', before: '1', after: '2' },
      { change: 'removed', image: 'proxy:2' },
    ]);
  });
});
