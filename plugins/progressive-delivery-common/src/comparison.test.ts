import { switchChangeSchema } from './comparison';

describe('switchChangeSchema', () => {
  it.each([
    ['true', true],
    ['false', false],
    [true, true],
  ])('reads enabled=%s', (given, enabled) => {
    expect(
      switchChangeSchema.parse({
        switch: 'progressiveDelivery.enabled',
        enabled: given,
      }),
    ).toEqual({ switch: 'progressiveDelivery.enabled', enabled });
  });

  it.each(['yes', '1', '', undefined])('refuses enabled=%s', given => {
    const parsed = switchChangeSchema.safeParse({
      switch: 'a',
      enabled: given,
    });
    expect(parsed.error?.issues).toEqual([
      expect.objectContaining({
        path: ['enabled'],
        message: 'say which way: enabled=true or enabled=false',
      }),
    ]);
  });
});
