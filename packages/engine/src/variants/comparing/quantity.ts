/** Powers of ten and of two that a quantity's suffix stands for (k8s.io/apimachinery pkg/api/resource suffix.go). */
const DECIMAL: Record<string, number> = {
  n: -9,
  u: -6,
  m: -3,
  '': 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};
const BINARY: Record<string, number> = {
  Ki: 10,
  Mi: 20,
  Gi: 30,
  Ti: 40,
  Pi: 50,
  Ei: 60,
};

const QUANTITY =
  /^([+-]?)(\d{1,40})?(?:\.(\d{0,20}))?(?:([KMGTPE]i)|([numkMGTPE])|[eE]([+-]?\d{1,2}))?$/;

/** Whether two values are the same amount, such as `1000m` and `1`, or `1Gi` and `1024Mi`. */
export function isSameQuantity(one: unknown, other: unknown): boolean {
  const amount = quantityOf(one);
  return amount !== undefined && amount === quantityOf(other);
}

/** A quantity in billionths, exactly: nothing finer is told apart by Kubernetes, which rounds it up. */
export function quantityOf(value: unknown): bigint | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') {
    return undefined;
  }
  const match = QUANTITY.exec(String(value));
  if (!match) {
    return undefined;
  }
  const [, sign, whole = '', fraction = '', binary, decimal = '', exponent] =
    match;
  if (whole === '' && fraction === '') {
    return undefined;
  }
  const digits = BigInt(`${whole}${fraction}`) * (sign === '-' ? -1n : 1n);
  const power =
    9 - fraction.length + (exponent ? Number(exponent) : DECIMAL[decimal]);
  const factor = binary ? 2n ** BigInt(BINARY[binary]) : 1n;
  if (power >= 0) {
    return digits * factor * 10n ** BigInt(power);
  }
  const divisor = 10n ** BigInt(-power);
  const scaled = digits * factor;
  return scaled % divisor === 0n ? scaled / divisor : undefined;
}
