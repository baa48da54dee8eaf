import { BuildEstimate, describeProgress } from './BuildEstimate';

const SECOND = 1_000;

function estimateOf(packages: Record<string, number>, programs = 0) {
  const estimate = BuildEstimate.create();
  estimate.add('one', {
    packages: new Map(Object.entries(packages)),
    programs,
  });
  return estimate;
}

describe('BuildEstimate', () => {
  it('tells nothing before it is known what all there is to compile', () => {
    const estimate = estimateOf({ fmt: 100 });
    estimate.start(0);
    estimate.compiled('one', 'fmt');
    expect(estimate.progress(60 * SECOND)).toEqual({});
  });

  it('takes a large package for more than a small one, and goes by the time that this machine took so far', () => {
    const estimate = estimateOf({ small: 10_000, large: 1_000_000 });
    estimate.complete();
    estimate.start(10 * SECOND);
    estimate.compiled('one', 'small');
    const { secondsLeft, share } = estimate.progress(60 * SECOND);
    expect(share).toBeCloseTo(0.046, 3);
    expect(secondsLeft).toBeCloseTo(1_040, 0);
  });

  it('does not guess before there is something to go by', () => {
    const estimate = estimateOf({ a: 1, b: 1 });
    estimate.complete();
    estimate.start(0);
    expect(estimate.progress(90 * SECOND)).toEqual({ share: 0 });
    estimate.compiled('one', 'a');
    expect(estimate.progress(2 * SECOND)).toEqual({ share: 0.5 });
  });

  it('counts a package once, and those not at all that were compiled before', () => {
    const estimate = estimateOf({ a: 1, b: 1 });
    estimate.complete();
    estimate.start(0);
    for (const path of ['a', 'a', 'cached']) {
      estimate.compiled('one', path);
    }
    expect(estimate.progress(60 * SECOND)).toEqual({
      share: 0.5,
      secondsLeft: 60,
    });
  });

  it('counts the standard library once, and a package of two modules twice', () => {
    const estimate = estimateOf({ fmt: 1, 'k8s.io/api': 1 });
    estimate.add('other', {
      packages: new Map([
        ['fmt', 1],
        ['k8s.io/api', 1],
      ]),
      programs: 0,
    });
    estimate.complete();
    estimate.start(0);
    estimate.compiled('other', 'fmt');
    expect(estimate.progress(60 * SECOND).share).toBeCloseTo(1 / 3);
    estimate.compiled('one', 'k8s.io/api');
    expect(estimate.progress(60 * SECOND).share).toBeCloseTo(2 / 3);
  });

  it('is through only when all programs are linked', () => {
    const estimate = estimateOf({ a: 1 }, 1);
    estimate.complete();
    estimate.start(0);
    estimate.compiled('one', 'a');
    expect(estimate.progress(60 * SECOND).share).toBeLessThan(0.1);
    estimate.linked();
    expect(estimate.progress(60 * SECOND).share).toBe(1);
  });
});

describe('describeProgress', () => {
  it.each([
    [{}, 'building'],
    [{ share: 0.029 }, '2% built'],
    [{ share: 0.38, secondsLeft: 350 }, '38% built, about 6 minutes to go'],
    [{ share: 0.9, secondsLeft: 70 }, '90% built, about 1 minute to go'],
    [{ share: 0.99, secondsLeft: 20 }, '99% built, less than a minute to go'],
  ])('says %j as a person would', (progress, said) => {
    expect(describeProgress(progress)).toBe(said);
  });
});
