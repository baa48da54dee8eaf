import { tokenEnd } from './tokenEnd';

const bearing = (authorization?: string) =>
  tokenEnd({ headers: { authorization } });
const encoded = (data: unknown) =>
  Buffer.from(JSON.stringify(data)).toString('base64url');

describe('tokenEnd', () => {
  it('is when the token itself says', () => {
    expect(
      bearing(`Bearer ${encoded({})}.${encoded({ exp: 1_800_000_000 })}.sig`),
    ).toEqual(new Date('2027-01-15T08:00:00Z'));
  });

  it.each([
    undefined,
    'Basic abc',
    'Bearer static-token',
    'Bearer a.b.c',
    `Bearer a.${encoded({})}.c`,
  ])('is not known of %s', authorization => {
    expect(bearing(authorization)).toBeUndefined();
  });
});
