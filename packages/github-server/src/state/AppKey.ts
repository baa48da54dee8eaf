import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';

/** The key of a GitHub App, with which it proves who it is. */
export class AppKey {
  readonly privateKey: string;
  private readonly publicKey: string;

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    this.privateKey = privateKey;
    this.publicKey = publicKey;
  }

  /** Whether a header holds a JSON web token that was signed with the key. */
  signed(authorization: string | undefined): boolean {
    const [, head, body, signature] =
      /^bearer ([^.]+)\.([^.]+)\.([^.]+)$/i.exec(authorization ?? '') ?? [];
    return (
      signature !== undefined &&
      verify(
        'sha256',
        Buffer.from(`${head}.${body}`),
        createPublicKey(this.publicKey),
        Buffer.from(signature, 'base64url'),
      )
    );
  }
}
