import { shortImage } from './shortImage';

describe('shortImage', () => {
  it.each([
    ['registry.example.com:5000/team/agents:1.2.0', 'agents:1.2.0'],
    [
      'registry.example.com/agents:1.2.0@sha256:5a9d29a5cc7f0a24bbd8ab6a2d1fd2a4',
      'agents:1.2.0@5a9d29a5cc7f',
    ],
    ['agents@sha256:5a9d', 'agents@5a9d'],
    ['agents', 'agents'],
  ])('of %s is %s', (image, short) => {
    expect(shortImage(image)).toBe(short);
  });
});
